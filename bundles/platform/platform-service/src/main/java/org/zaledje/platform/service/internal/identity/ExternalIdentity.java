package org.zaledje.platform.service.internal.identity;

import java.util.Objects;
import java.util.Set;
import org.zaledje.platform.people.UserAccount;

/**
 * Somebody whom another place vouches for.
 *
 * @param source      the kind of place
 * @param subject     the id that it has for them, which stays when all else about them changes
 * @param name        login name
 * @param displayName the name that people read; may be empty
 * @param email       may be empty
 * @param groups      groups that it says they are in
 */
public record ExternalIdentity(
        UserAccount.Source source, String subject, String name, String displayName, String email, Set<String> groups) {

    private static final int SUBJECT_LENGTH_MAX = 300;

    public ExternalIdentity {
        Objects.requireNonNull(source);
        subject = subject.length() <= SUBJECT_LENGTH_MAX ? subject : "sha256:" + Secrets.sha256(subject);
        name = UserStore.normal(name);
        displayName = line(displayName);
        email = line(email);
        groups = Set.copyOf(groups);
    }

    /** Other places keep what we would not take; it is no reason to keep anybody out. */
    private static String line(String text) {
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.length() <= UserAccount.TEXT_LENGTH_MAX ? clean : clean.substring(0, UserAccount.TEXT_LENGTH_MAX);
    }
}
