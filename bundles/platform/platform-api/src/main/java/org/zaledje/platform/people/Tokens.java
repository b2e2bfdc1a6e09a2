package org.zaledje.platform.people;

import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;

/** Tokens of all users, for those who look after them. Permissions, problems and audit are those of {@link Users}. Thread-safe. */
@ProviderType
public interface Tokens {

    /** All tokens that have not been revoked, newest first. */
    Page<ApiToken> list(PageRequest request);

    /** Issues a token to a program; people issue their own, see {@link OwnAccount}. */
    IssuedToken issue(UUID user, NewToken token);

    /** Ends a token, at once. */
    void revoke(UUID id);
}
