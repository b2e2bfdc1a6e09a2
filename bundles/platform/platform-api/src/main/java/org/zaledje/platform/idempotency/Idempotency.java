package org.zaledje.platform.idempotency;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Carries a request out once however often it is sent, and gives the answer of the first time to those that follow. The
 * doors use it for requests with the header {@code Idempotency-Key}. Thread-safe.
 */
@ProviderType
public interface Idempotency {

    /** The longest key, in characters. */
    int KEY_LENGTH_MAX = 255;

    /** The largest answer body that is kept, in bytes. */
    int BODY_BYTES_MAX = 1024 * 1024;

    /**
     * Runs the attempt in a transaction that also keeps its answer, so that both are there after a failure or neither is.
     * An answer of 400 or above takes back what the attempt did, and is not kept: the key can be used again. Keys belong to
     * the caller and company of this thread; an answer is kept for the time that is configured, 24 hours by default.
     *
     * @param key     1 to {@value #KEY_LENGTH_MAX} visible ASCII characters
     * @return the answer, of now or of the first time
     * @throws org.zaledje.platform.problem.ProblemException UNREADABLE {@code idempotency.key-invalid}; CONFLICT
     *         {@code idempotency.key-reused} when the first request was another one, {@code idempotency.in-progress} while
     *         the first is being carried out; TOO_LARGE {@code idempotency.answer-too-large} for an answer that can't be
     *         kept: what the attempt did is taken back
     */
    KeptAnswer once(String key, Attempt attempt);

    /** A request as it came this time. Used by one thread. */
    interface Attempt {

        /** Carries it out. */
        KeptAnswer run();

        /** SHA-256, in hexadecimal, over all that makes it this request; asked for once, after {@link #run} if at all. */
        String fingerprint();
    }
}
