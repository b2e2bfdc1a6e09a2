package org.zaledje.accounting.ledger;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;

/** The accounts of the current company. Thread-safe. All methods need {@code accounting.ledger.read}. */
@ProviderType
public interface ChartOfAccounts {

    /** What can be asked of the list of accounts; {@code query} is what {@link #search} looks for. */
    ListSchema ACCOUNTS = ListSchema.keyed("accounting.accounts", ListField.of("code", FieldType.TEXT).equal().prefix(), "code")
            .with(ListField.of("name", FieldType.TEXT).contains().sorted())
            .with(ListField.of("accountClass", FieldType.TEXT).equal())
            .with(ListField.of("reconcile", FieldType.BOOLEAN).equal())
            .with(ListField.of("query", FieldType.TEXT).equal());

    /**
     * Accounts whose code begins with, or whose name contains, {@code text}, by code.
     *
     * @param text  empty for all; upper and lower case are the same
     * @param limit the most accounts to give back, 1 to 1000
     */
    List<Account> search(String text, int limit);

    /** Accounts, as {@link #ACCOUNTS} offers them. */
    Page<Account> list(ListQuery query);

    /** The account with this code, or empty. */
    Optional<Account> find(String code);
}
