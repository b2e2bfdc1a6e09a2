package org.zaledje.platform.service.internal.identity;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.people.Colleague;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Grant;

/** People out of the users. */
@Component
public final class StoredColleagues implements Colleagues {

    private final UserStore users;
    private final Accounts accounts;
    private final Companies companies;

    @Activate
    public StoredColleagues(@Reference UserStore users, @Reference Accounts accounts, @Reference Companies companies) {
        this.users = users;
        this.accounts = accounts;
        this.companies = companies;
    }

    @Override
    public Optional<Colleague> find(String name) {
        return here(name, (account, caller) -> colleague(account.user()));
    }

    @Override
    public List<Colleague> search(String text) {
        UUID company = companies.current().id();
        if (text.length() > UserAccount.TEXT_LENGTH_MAX || text.indexOf(0) >= 0) {
            return List.of();
        }
        return users.people(text, company, FOUND_MAX).stream().map(StoredColleagues::colleague).toList();
    }

    @Override
    public Optional<Standing> standing(String name) {
        return here(name, (account, caller) -> new Standing(
                account.roles().stream().filter(role -> role.isWholeIn(caller.company().orElseThrow()))
                        .map(Account.HeldRole::name).collect(Collectors.toSet()),
                caller.grants().stream().map(Grant::permission).filter(caller::may).collect(Collectors.toSet()),
                caller.mayEverything()));
    }

    private interface Reader<R> {
        R read(Account account, Caller caller);
    }

    private <R> Optional<R> here(String name, Reader<R> reader) {
        UUID company = companies.current().id();
        if (name.indexOf(0) >= 0) {
            return Optional.empty();
        }
        return users.find(name).filter(User::mayComeIn).flatMap(user -> accounts.find(user.id()))
                .map(account -> new Working(account, accounts.caller(account, true).in(company)))
                .filter(working -> working.caller().hasRightsIn(company))
                .map(working -> reader.read(working.account(), working.caller()));
    }

    private record Working(Account account, Caller caller) {
    }

    private static Colleague colleague(User user) {
        return new Colleague(user.name(), user.displayName().isEmpty() ? user.name() : user.displayName(), user.email());
    }
}
