package org.zaledje.accounting.internal.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.zaledje.accounting.internal.ledger.JournalRow;
import org.zaledje.accounting.ledger.Account;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.persistence.CompanyRows;

/** Gives a company its chart of accounts and its journals. */
public final class ChartImport {

    private static final String CHART = "chart-si.csv";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();

    private ChartImport() {
    }

    /** Whether the company has its accounts. */
    public static boolean isDone(CompanyRows books) {
        return books.query("select count(a) from AccountRow a", Long.class).getSingleResult() > 0;
    }

    /** Writes the chart and the journals of a company that has none. */
    public static void into(CompanyRows books) {
        // One row first: of two that do this at the same time one waits here for the other, and not at each account.
        books.add(new JournalRow(Ledger.GENERAL_JOURNAL));
        books.write();
        books.add(new JournalRow(Ledger.PURCHASE_JOURNAL));
        slovenianChart().forEach(account -> books.add(new AccountRow(account)));
    }

    static List<Account> slovenianChart() {
        try (InputStream in = ChartImport.class.getResourceAsStream(CHART);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return FORMAT.parse(reader).stream().map(ChartImport::account).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Account account(CSVRecord row) {
        return new Account(row.get("code"), row.get("name_sl"), row.get("class"),
                Boolean.parseBoolean(row.get("reconcile")));
    }
}
