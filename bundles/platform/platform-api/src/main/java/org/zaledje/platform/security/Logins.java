package org.zaledje.platform.security;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Lets people sign in to the web UI, and out again. A session outlives the process that opened it. Thread-safe. */
@ProviderType
public interface Logins {

    /** What came of a login. */
    sealed interface Outcome {
    }

    /** Name, password or code is wrong, or the user is kept out; which of them is not told. */
    record Refused() implements Outcome {
    }

    /**
     * Too many wrong passwords or codes came one after the other. Names of nobody have to wait as well.
     *
     * @param until when it can be tried again
     */
    record MustWait(Instant until) implements Outcome {
        public MustWait {
            Objects.requireNonNull(until);
        }
    }

    /** The password is right; the same call with a code from the user's device goes on. */
    record CodeNeeded() implements Outcome {
    }

    /** They are in. */
    record SignedIn(Session session) implements Outcome {
        public SignedIn {
            Objects.requireNonNull(session);
        }
    }

    /**
     * Somebody signed in, as they stand at this moment.
     *
     * @param id             id of the session
     * @param caller         who it is, with their present rights and English as language
     * @param mustSeeAccount whether they must first see to their account: change the password, or enrol a second factor
     */
    record Session(UUID id, Caller caller, boolean mustSeeAccount) {
        public Session {
            Objects.requireNonNull(id);
            Objects.requireNonNull(caller);
        }
    }

    /**
     * Where somebody comes from, for them to recognise.
     *
     * @param address network address
     * @param client  what the browser says it is; may be empty; cut when it is long
     */
    record Origin(String address, String client) {
        public Origin {
            Objects.requireNonNull(address);
            Objects.requireNonNull(client);
        }
    }

    /**
     * Signs somebody in.
     *
     * @param name     login name as typed; not case-sensitive
     * @param password as typed; the method keeps no reference to it
     * @param code     what their device shows, or a recovery code; empty at first
     * @throws org.zaledje.platform.problem.ProblemException UNAVAILABLE when users can't be read
     */
    Outcome signIn(String name, char[] password, Optional<String> code, Origin origin);

    /** The session as it is now; empty when it was ended, or its user is kept out. Cheap enough for every request. */
    Optional<Session> find(UUID session);

    /** Ends a session; nothing happens when it has ended already. */
    void signOut(UUID session);
}
