package org.zaledje.platform.rest;

import java.util.Objects;
import java.util.Optional;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.Texts;

/**
 * Which version of something the caller has read before they change it. A method of a {@link RestResource} that has a
 * parameter {@code @HeaderParam("If-Match") ExpectedVersion} is called only with that header: without it the platform
 * answers 428 {@code etag.required}.
 *
 * @param version the version read; empty when the caller means any
 */
public record ExpectedVersion(Optional<Long> version) {

    public ExpectedVersion {
        Objects.requireNonNull(version);
    }

    /** This very version. */
    public static ExpectedVersion of(long version) {
        return new ExpectedVersion(Optional.of(version));
    }

    /** Any version ({@code If-Match: *}). */
    public static ExpectedVersion any() {
        return new ExpectedVersion(Optional.empty());
    }

    /**
     * Compares with the version that is there, which should be locked until the change is made.
     *
     * @throws ProblemException CHANGED_MEANWHILE {@code etag.mismatch} with the members {@code currentVersion} and
     *         {@code expectedVersion} when it is another one
     */
    public void require(long current) {
        if (version.isPresent() && version.get() != current) {
            throw ProblemException.of(Kind.CHANGED_MEANWHILE, "etag.mismatch",
                            Texts.beside(ExpectedVersion.class).text("etag.mismatch", current, version.get()))
                    .with("currentVersion", String.valueOf(current))
                    .with("expectedVersion", String.valueOf(version.get()));
        }
    }
}
