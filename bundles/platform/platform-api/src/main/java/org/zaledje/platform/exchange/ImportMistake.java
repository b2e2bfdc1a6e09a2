package org.zaledje.platform.exchange;

/**
 * A mistake in a file.
 *
 * @param line    the line it is in, the header's being 1
 * @param column  title of the column; empty for the line as a whole
 * @param found   what stands there, shortened; may be empty
 * @param message what is expected, in the language of who handed the file in
 */
public record ImportMistake(long line, String column, String found, String message) {
}
