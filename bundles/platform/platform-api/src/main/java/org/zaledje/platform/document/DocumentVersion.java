package org.zaledje.platform.document;

import java.time.Instant;
import java.util.Objects;

/**
 * One file of a document; it is never changed.
 *
 * @param number    1 for the first one
 * @param fileName  as it was sent, without a path; at most {@value Documents#NAME_LENGTH_MAX} characters
 * @param mediaType what the file is by its contents, whatever its sender said; {@code application/octet-stream} when unknown
 * @param bytes     its size
 * @param sha256    SHA-256 of its contents, 64 lower-case hexadecimal digits
 * @param at        when it was stored
 * @param by        login name of who sent it
 */
public record DocumentVersion(int number, String fileName, String mediaType, long bytes, String sha256, Instant at, String by) {

    public DocumentVersion {
        Objects.requireNonNull(fileName);
        Objects.requireNonNull(mediaType);
        Objects.requireNonNull(sha256);
        Objects.requireNonNull(at);
        Objects.requireNonNull(by);
    }
}
