package org.zaledje.platform.document.internal.store;

/**
 * A file in the store.
 *
 * @param sha256    of its contents, in lower-case hexadecimal digits
 * @param mediaType what it is by its contents
 */
public record StoredFile(String sha256, long bytes, String mediaType) {
}
