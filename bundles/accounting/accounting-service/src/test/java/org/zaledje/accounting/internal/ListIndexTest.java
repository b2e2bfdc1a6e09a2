package org.zaledje.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.aries.jpa.template.TransactionType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.testkit.Engine;

/** In a company with 100,000 entries and invoices, PostgreSQL reads little more than the rows of the page. */
class ListIndexTest {

    private static final int ROWS = 100_000;
    private static final int PAGE_ROWS = 50;
    private static final int READ_MAX = 20 * PAGE_ROWS;

    private static TestAccounting accounting;

    @BeforeAll
    static void fill() throws SQLException {
        accounting = new TestAccounting(Engine.POSTGRESQL);
        accounting.ledger.entries(PageRequest.first(1));
        String company = "'" + accounting.companies.current().id() + "'::uuid";
        try (Connection connection = accounting.database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into acc_entry (company_id, id, journal, entry_year, entry_number, number_text, entry_date,"
                    + " description, total, posted_at_ms, posted_by) select " + company + ", ('01900000-0000-7000-8000-'"
                    + " || lpad(to_hex(i), 12, '0'))::uuid, 'GEN', 2020 + i % 6, i, 'GEN-' || (2020 + i % 6) || '-' || i,"
                    + " date '2020-01-01' + i % 2000, 'Entry ' || i, i % 5000, 1700000000000 + i, 'ana'"
                    + " from generate_series(1, " + ROWS + ") i");
            statement.execute("insert into acc_entry_line (company_id, entry_id, line_index, account, debit, credit, description)"
                    + " select company_id, id, 0, case when entry_number % 500 = 0 then '110000' else '120000' end, total, 0, ''"
                    + " from acc_entry");
            statement.execute("insert into acc_invoice (company_id, id, kind, invoice_number, issue_date, due_date, seller_name,"
                    + " seller_id, buyer_name, currency, net_amount, vat_amount, total_amount, payable_amount, note,"
                    + " received_at_ms, received_by, entry_id, entry_number) select company_id, id, 'INVOICE', 'R' || entry_number,"
                    + " entry_date, case when entry_number % 3 > 0 then entry_date + 30 end, 'Seller ' || entry_number % 300,"
                    + " 'SI' || entry_number % 300, 'We', 'EUR', total, 0, total, total, '', posted_at_ms, 'ana',"
                    + " case when entry_number % 100 > 0 then id end, case when entry_number % 100 > 0 then number_text end"
                    + " from acc_entry");
            statement.execute("analyze");
        }
    }

    @AfterAll
    static void close() {
        accounting.close();
    }

    static Stream<String> entries() {
        return Stream.concat(orders(Ledger.ENTRIES), Stream.of("number=GEN-2024-70000", "number.prefix=GEN-2024-7000",
                "date.from=2025-01-01&sort=date", "date=2024-02-29", "total.from=4990&sort=total", "account=110000",
                "postedAt.from=2023-11-14T22:13:20Z&postedAt.to=2023-11-14T22:13:25Z&sort=postedAt", "journal=GEN"));
    }

    static Stream<String> invoices() {
        return Stream.concat(orders(ReceivedInvoices.INVOICES), Stream.of("number=R70000", "number.prefix=R7000",
                "sellerName.prefix=Seller 29", "sellerId=SI123", "state=RECEIVED", "issueDate.from=2025-01-01&sort=issueDate",
                "dueDate.to=2020-03-01&sort=dueDate", "totalAmount.from=4990&sort=-totalAmount"));
    }

    private static Stream<String> orders(ListSchema schema) {
        return schema.sortable().stream().flatMap(field -> Stream.of("sort=" + field, "sort=-" + field));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void aPageOfEntriesIsFoundByAnIndex(String asked) {
        assertPagesAreFound("acc_entry", asked, cursor -> accounting.ledger.entries(query(Ledger.ENTRIES, asked, cursor)));
    }

    @ParameterizedTest
    @MethodSource("invoices")
    void aPageOfInvoicesIsFoundByAnIndex(String asked) {
        assertPagesAreFound("acc_invoice", asked,
                cursor -> accounting.invoices.list(query(ReceivedInvoices.INVOICES, asked, cursor)));
    }

    private interface Pages {
        Page<?> page(Optional<String> cursor);
    }

    private static void assertPagesAreFound(String table, String asked, Pages pages) {
        Optional<String> cursor = Optional.empty();
        for (int page = 1; page <= 3; page++) {
            Optional<String> from = cursor;
            cursor = accounting.jpa.txExpr(TransactionType.Required, manager -> {
                Optional<String> next = pages.page(from).next();
                assertThat(rowsRead(table)).as(asked).isLessThan(READ_MAX);
                return next;
            });
            if (cursor.isEmpty()) {
                return;
            }
        }
    }

    /** What this transaction has read of a table. */
    private static long rowsRead(String table) {
        try (Connection connection = accounting.database.sharedWith(accounting.jpa).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select seq_tup_read + coalesce(idx_tup_fetch, 0)"
                        + " from pg_stat_xact_user_tables where relname = '" + table + "'")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ListQuery query(ListSchema schema, String asked, Optional<String> cursor) {
        Map<String, List<String>> parameters = Stream.of(asked.split("&")).map(pair -> pair.split("=", 2))
                .collect(java.util.stream.Collectors.toMap(pair -> pair[0], pair -> List.of(pair[1])));
        return schema.read(parameters).after(cursor, PAGE_ROWS);
    }
}
