package org.zaledje.accounting.ledger;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The accounts of the current company. Thread-safe. All methods need {@code accounting.ledger.read}. */
@ProviderType
public interface ChartOfAccounts {

    /**
     * Accounts whose code begins with, or whose name contains, {@code text}, by code.
     *
     * @param text  empty for all; upper and lower case are the same
     * @param limit the most accounts to give back, 1 to 1000
     */
    List<Account> search(String text, int limit);

    /** The account with this code, or empty. */
    Optional<Account> find(String code);
}
