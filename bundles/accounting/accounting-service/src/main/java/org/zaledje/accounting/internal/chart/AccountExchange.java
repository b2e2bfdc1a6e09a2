package org.zaledje.accounting.internal.chart;

import static org.zaledje.accounting.internal.AccountingTexts.text;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.internal.books.Bookkeeping;
import org.zaledje.accounting.ledger.Account;
import org.zaledje.accounting.ledger.ChartOfAccounts;
import org.zaledje.platform.audit.AuditTrail;
import org.zaledje.platform.exchange.ExchangeColumn;
import org.zaledje.platform.exchange.ExchangeFormat;
import org.zaledje.platform.exchange.ExchangeRow;
import org.zaledje.platform.exchange.ImportRun;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.text.LocalizedText;

/** The chart of accounts as a table. What is imported is added, or takes the place of the account with its code. */
@Component(service = ExchangeFormat.class)
public final class AccountExchange implements ExchangeFormat<Account> {

    private static final List<ExchangeColumn> COLUMNS = List.of(
            ExchangeColumn.of("code", text("column.account.code"), FieldType.TEXT, "120000").always(),
            ExchangeColumn.of("name", text("column.account.name"), FieldType.TEXT, "Trade receivables").always(),
            ExchangeColumn.of("accountClass", text("column.account.class"), FieldType.TEXT, "1").always(),
            ExchangeColumn.of("reconcile", text("column.account.reconcile"), FieldType.BOOLEAN, true));

    private final ChartOfAccounts chart;
    private final Bookkeeping bookkeeping;
    private final AuditTrail trail;

    @Activate
    public AccountExchange(@Reference ChartOfAccounts chart, @Reference Bookkeeping bookkeeping, @Reference AuditTrail trail) {
        this.trail = trail;
        this.chart = chart;
        this.bookkeeping = bookkeeping;
    }

    @Override
    public String id() {
        return ChartOfAccounts.ACCOUNTS.name();
    }

    @Override
    public LocalizedText title() {
        return text("exchange.accounts");
    }

    @Override
    public List<ExchangeColumn> columns() {
        return COLUMNS;
    }

    @Override
    public ListSchema list() {
        return ChartOfAccounts.ACCOUNTS;
    }

    @Override
    public String exportPermission() {
        return AccountingPermissions.LEDGER_READ;
    }

    @Override
    public Page<Account> page(ListQuery query) {
        return chart.list(query);
    }

    @Override
    public List<ExchangeRow> rows(Account account) {
        return List.of(ExchangeRow.empty().with("code", account.code()).with("name", account.name())
                .with("accountClass", account.accountClass()).with("reconcile", account.reconcile()));
    }

    @Override
    public Optional<String> importPermission() {
        return Optional.of(AccountingPermissions.CHART_IMPORT);
    }

    @Override
    public ImportRun begin() {
        return new AccountImport(bookkeeping, trail);
    }
}
