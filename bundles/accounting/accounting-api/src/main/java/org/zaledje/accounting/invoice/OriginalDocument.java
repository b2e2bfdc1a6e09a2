package org.zaledje.accounting.invoice;

/**
 * The file that a supplier sent, byte for byte.
 *
 * @param fileName  name to save it under
 * @param mediaType for example {@code application/xml}
 * @param content   its bytes; callers don't change the array
 */
public record OriginalDocument(String fileName, String mediaType, byte[] content) {
}
