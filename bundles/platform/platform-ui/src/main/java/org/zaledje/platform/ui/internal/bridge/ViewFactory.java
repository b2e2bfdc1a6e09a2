package org.zaledje.platform.ui.internal.bridge;

import java.util.Optional;

/** Makes pages and what stands around them. */
interface ViewFactory {

    /** A new object of this class, or empty when it is none of those that need services. */
    <T> Optional<T> create(Class<T> type);
}
