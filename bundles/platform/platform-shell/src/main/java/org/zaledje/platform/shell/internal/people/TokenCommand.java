package org.zaledje.platform.shell.internal.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.people.ApiToken;
import org.zaledje.platform.people.IssuedToken;
import org.zaledje.platform.people.NewToken;
import org.zaledje.platform.people.Tokens;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.Users;
import org.zaledje.platform.shell.internal.CommandProblem;
import org.zaledje.platform.shell.internal.Listing;
import org.zaledje.platform.shell.internal.PlatformCommand;

/** Shows tokens, issues them to programs, revokes them. */
@Service
@Command(scope = "zaledje", name = "token", description = "Shows tokens, issues them to service accounts, revokes them")
public class TokenCommand extends PlatformCommand {

    private static final int DAYS = 90;

    @Argument(index = 0, name = "action", description = "list, issue or revoke")
    @Completion(value = StringsCompleter.class, values = {"list", "issue", "revoke"})
    String action = "list";

    @Argument(index = 1, name = "subject", description = "Name of the service account for issue; id of the token for revoke")
    @Completion(TokenSubjects.class)
    String subject;

    @Argument(index = 2, name = "purpose", description = "What a new token is for")
    String purpose;

    @Option(name = "--days", description = "For how many days a new token is good")
    int days = DAYS;

    @Option(name = "--permission", multiValued = true,
            description = "A permission that a new token is limited to; left out, it is good for all that its account may do")
    List<String> permissions;

    @Option(name = "--company", description = "Id of the company that a new token is limited to")
    String company;

    @Reference
    Tokens tokens;

    @Reference
    Users users;

    @Override
    protected void run() throws CommandProblem {
        switch (action) {
            case "list" -> show(listing(), People.all(tokens::list));
            case "issue" -> issue();
            case "revoke" -> revoke();
            default -> throw problem("action.unknown", action);
        }
    }

    private static Listing<ApiToken> listing() {
        return Listing.<ApiToken>of("token").column("id", ApiToken::id).column("user", ApiToken::userName)
                .column("purpose", ApiToken::name).column("permissions", token -> token.permissions().stream().sorted().toList())
                .column("company", ApiToken::company).column("expiresAt", ApiToken::expiresAt)
                .column("lastUsedAt", ApiToken::lastUsedAt);
    }

    private void issue() throws CommandProblem {
        String account = needed(subject, "account.missing");
        UserAccount user = People.find(users, account).orElseThrow(() -> problem("account.unknown", account));
        IssuedToken issued = tokens.issue(user.id(), new NewToken(needed(purpose, "purpose.missing"),
                permissions == null ? Set.of() : Set.copyOf(permissions),
                company == null ? Optional.empty() : Optional.of(id(company)), days));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", issued.token().id());
        members.put("secret", issued.secret());
        members.put("expiresAt", issued.token().expiresAt());
        tell(members, "issued", user.name(), issued.secret(), issued.token().expiresAt().toString());
    }

    private void revoke() throws CommandProblem {
        UUID token = id(needed(subject, "id.missing"));
        tokens.revoke(token);
        tell(Map.of("id", token), "revoked", token.toString());
    }

    private UUID id(String text) throws CommandProblem {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw problem("id.malformed", text);
        }
    }
}
