package org.zaledje.accounting.ui.internal;

import static org.zaledje.accounting.ui.internal.AccountingViews.TEXTS;

import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.function.Function;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.accounting.ledger.TrialBalance;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.ViewLayout;

/** Sums and balances of all accounts with postings. */
final class TrialBalanceView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final Currency currency;

    TrialBalanceView(Ledger ledger, Currency currency) {
        super(TEXTS.text("trial-balance"));
        this.currency = currency;
        TrialBalance balance = ledger.trialBalance();
        if (balance.rows().isEmpty()) {
            setContent(new EmptyState("scale", TEXTS.text("entries.none"), TEXTS.text("entries.none.todo")));
        } else {
            setContent(grid(balance));
        }
    }

    private Grid<TrialBalance.Row> grid(TrialBalance balance) {
        Grid<TrialBalance.Row> grid = new Grid<>();
        grid.setId("trial-balance");
        grid.addThemeVariants(GridVariant.LUMO_COMPACT, GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_ROW_STRIPES);
        grid.setSizeFull();
        grid.addColumn(TrialBalance.Row::account).setHeader(Language.tell(TEXTS.text("account"))).setWidth("7em").setFlexGrow(0)
                .setFooter(Language.tell(TEXTS.text("sum")));
        grid.addColumn(TrialBalance.Row::name).setHeader(Language.tell(TEXTS.text("account.name"))).setFlexGrow(3);
        amount(grid, "debit", TrialBalance.Row::debit, balance.debit());
        amount(grid, "credit", TrialBalance.Row::credit, balance.credit());
        amount(grid, "balance", TrialBalance.Row::balance, balance.debit().subtract(balance.credit()));
        grid.setItems(balance.rows());
        return grid;
    }

    private void amount(Grid<TrialBalance.Row> grid, String header, Function<TrialBalance.Row, BigDecimal> value, BigDecimal sum) {
        Formats formats = Formats.current();
        grid.addColumn(row -> formats.amount(value.apply(row), currency))
                .setHeader(Language.tell(TEXTS.text(header)))
                .setFooter(formats.amount(sum, currency))
                .setTextAlign(ColumnTextAlign.END);
    }
}
