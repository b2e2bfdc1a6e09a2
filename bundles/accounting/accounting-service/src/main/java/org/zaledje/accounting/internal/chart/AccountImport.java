package org.zaledje.accounting.internal.chart;

import static org.zaledje.accounting.internal.AccountingTexts.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.ledger.Account;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.exchange.ImportRun;

/** Accounts out of a table, one a row. */
final class AccountImport implements ImportRun {

    private static final Pattern CODE = Pattern.compile("\\d{1,20}");
    private static final int NAME_CHARS_MAX = 500;

    private final Bookkeeping bookkeeping;
    private final AuditTrail trail;

    AccountImport(Bookkeeping bookkeeping, AuditTrail trail) {
        this.bookkeeping = bookkeeping;
        this.trail = trail;
    }

    @Override
    public void check(List<ExchangeRow> record, Findings findings) {
        ExchangeRow row = record.get(0);
        String code = row.text("code");
        if (!CODE.matcher(code).matches()) {
            findings.found(row, "code", text("accounting.account.code"));
        } else if (!code.startsWith(row.text("accountClass"))) {
            findings.found(row, "accountClass", text("accounting.account.class"));
        }
        if (row.text("name").length() > NAME_CHARS_MAX) {
            findings.found(row, "name", text("accounting.account.name-too-long", NAME_CHARS_MAX));
        }
    }

    @Override
    public void write(List<ExchangeRow> record) {
        ExchangeRow row = record.get(0);
        Account account = new Account(row.text("code"), row.text("name"), row.text("accountClass"), row.is("reconcile"));
        bookkeeping.inBooks(books -> {
            Optional<AccountRow> known = books.lock(AccountRow.class, account.code());
            Optional<Account> before = known.map(AccountRow::account);
            if (before.filter(account::equals).isEmpty()) {
                known.ifPresentOrElse(existing -> existing.change(account), () -> books.add(new AccountRow(account)));
                trail.record(new Change(new RecordRef(AccountingRecords.ACCOUNT, account.code()),
                        AccountingPermissions.CHART_IMPORT, before.map(AccountImport::fields).orElse(Map.of()), fields(account)));
            }
            books.release();
            return account;
        });
    }

    private static Map<String, String> fields(Account account) {
        return Map.of("name", account.name(), "class", account.accountClass(), "reconcile", Boolean.toString(account.reconcile()));
    }
}
