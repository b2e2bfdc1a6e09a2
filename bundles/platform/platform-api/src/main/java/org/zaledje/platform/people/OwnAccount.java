package org.zaledje.platform.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What everybody may do with their own account. Needs a caller who is a user, else UNAUTHENTICATED; no permission.
 * What breaks a rule is RULES_BROKEN with every rule. Changes are audited. A caller with
 * a token that is good for less than its user may do can read only (FORBIDDEN). Thread-safe.
 */
@ProviderType
public interface OwnAccount {

    /** The caller's account. */
    UserAccount get();

    /**
     * Changes the password. The caller's other sessions end; tokens stay.
     *
     * @param here the session that this is done in, which stays; empty when it is done by a program
     * @throws org.zaledje.platform.problem.ProblemException FORBIDDEN {@code people.password.wrong} when {@code old} is
     *         not the password; RULES_BROKEN {@code people.password.weak}
     */
    void changePassword(String old, String wanted, Optional<UUID> here);

    /** Begins to enrol a second factor; nothing changes until {@link #confirmSecondFactor}. */
    SecondFactorOffer offerSecondFactor();

    /**
     * Turns the second factor on that was offered last. The caller's other sessions end.
     *
     * @param code what the device shows
     * @param here as for {@link #changePassword}
     * @return recovery codes, each good once in place of a code when the device is lost; kept nowhere in clear
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN {@code people.second-factor.wrong-code}
     */
    List<String> confirmSecondFactor(String code, Optional<UUID> here);

    /** Turns the second factor off; needs a code, or a recovery code. Problems are those of {@link #confirmSecondFactor}. */
    void removeSecondFactor(String code);

    /** The caller's open sessions, newest first. */
    List<OpenSession> sessions();

    /** Ends one of the caller's sessions. */
    void endSession(UUID id);

    /** The caller's tokens, newest first. */
    List<ApiToken> tokens();

    /** Issues a token that is good for at most what the caller may do at the time of each use. */
    IssuedToken issueToken(NewToken token);

    /** Ends one of the caller's tokens. */
    void revokeToken(UUID id);
}
