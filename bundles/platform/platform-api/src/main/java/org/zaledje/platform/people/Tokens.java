package org.zaledje.platform.people;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.list.FieldType;
import org.zaledje.platform.list.ListField;
import org.zaledje.platform.list.ListQuery;
import org.zaledje.platform.list.ListSchema;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** Tokens of all users, for those who look after them. Permissions, problems and audit are those of {@link Users}. Thread-safe. */
@ProviderType
public interface Tokens {

    /** What can be asked of the list of tokens. */
    ListSchema TOKENS = ListSchema.of("people.tokens", "-id")
            .with(ListField.of("name", FieldType.TEXT).equal().contains().sorted())
            .with(ListField.of("user", FieldType.ID).equal())
            .with(ListField.of("userName", FieldType.TEXT).equal().contains().sorted())
            .with(ListField.of("company", FieldType.ID).equal().orNone())
            .with(ListField.of("createdAt", FieldType.MOMENT).range().sorted())
            .with(ListField.of("expiresAt", FieldType.MOMENT).range().sorted())
            .with(ListField.of("lastUsedAt", FieldType.MOMENT).range().sorted().orNone());

    /** All tokens that have not been revoked, newest first. */
    default Page<ApiToken> list(PageRequest request) {
        return list(ListQuery.of(request));
    }

    /**
     * Tokens as they are asked for.
     *
     * @param query what {@link #TOKENS} allows
     */
    Page<ApiToken> list(ListQuery query);

    /** Issues a token to a program; people issue their own, see {@link OwnAccount}. */
    IssuedToken issue(UUID user, NewToken token);

    /** Ends a token, at once. */
    void revoke(UUID id);
}
