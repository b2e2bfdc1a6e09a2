package org.zaledje.platform.service.internal.audit;

/** The end of the chain: how many links it has, and the last one. */
record Head(long position, String hash) {
}
