package org.zaledje.platform.persistence;

/**
 * What a field of a list is in a statement.
 *
 * @param text     the path or expression that is its value
 * @param stored   what it holds
 * @param optional whether it may be null
 */
record ListColumn(String text, Stored stored, boolean optional) {
}
