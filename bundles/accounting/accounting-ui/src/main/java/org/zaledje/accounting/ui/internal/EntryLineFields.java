package org.zaledje.accounting.ui.internal;

import static org.zaledje.accounting.ui.internal.AccountingViews.TEXTS;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import java.math.BigDecimal;
import java.util.Currency;
import org.zaledje.accounting.ledger.Account;
import org.zaledje.accounting.ledger.ChartOfAccounts;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.platform.ui.AccessibleName;
import org.zaledje.platform.ui.AmountField;

/** The fields of one line of a journal entry. */
final class EntryLineFields implements java.io.Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ACCOUNTS_MAX = 1000;

    private final transient ChartOfAccounts chart;
    private final ComboBox<Account> account = new ComboBox<>();
    private final TextField description = new TextField();
    private final AmountField debit;
    private final AmountField credit;

    EntryLineFields(ChartOfAccounts chart, Currency currency, Runnable onChange) {
        this.chart = chart;
        debit = AmountField.inCell(TEXTS.text("debit"), currency);
        credit = AmountField.inCell(TEXTS.text("credit"), currency);
        account.setItems(query -> chart
                .search(query.getFilter().orElse(""), Math.min(ACCOUNTS_MAX, query.getOffset() + query.getLimit()))
                .stream().skip(query.getOffset()));
        account.setItemLabelGenerator(item -> item.code() + " " + item.name());
        AccessibleName.give(account, TEXTS.text("account"));
        account.getElement().getThemeList().add("small");
        account.setWidthFull();
        description.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        AccessibleName.give(description, TEXTS.text("description"));
        description.setMaxLength(200);
        description.setWidthFull();
        debit.addValueChangeListener(change -> onChange.run());
        credit.addValueChangeListener(change -> onChange.run());
    }

    void setValue(EntryLine line) {
        chart.find(line.account()).ifPresent(account::setValue);
        description.setValue(line.description());
        debit.setValue(shown(line.debit()));
        credit.setValue(shown(line.credit()));
    }

    EntryLine value() {
        return new EntryLine(account.getOptionalValue().map(Account::code).orElse(""), amount(debit), amount(credit),
                description.getValue().strip());
    }

    boolean isEmpty() {
        return account.isEmpty() && amount(debit).signum() == 0 && amount(credit).signum() == 0;
    }

    ComboBox<Account> account() {
        return account;
    }

    TextField description() {
        return description;
    }

    AmountField debit() {
        return debit;
    }

    AmountField credit() {
        return credit;
    }

    private static BigDecimal shown(BigDecimal amount) {
        return amount.signum() == 0 ? null : amount;
    }

    private static BigDecimal amount(AmountField field) {
        return field.getOptionalValue().orElse(BigDecimal.ZERO);
    }
}
