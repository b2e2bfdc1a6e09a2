package org.zaledje.platform.ui.internal.bridge;

/** Vaadin and its push library look for classes through the thread's context class loader. */
final class OwnClassLoader {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    private OwnClassLoader() {
        thread.setContextClassLoader(OwnClassLoader.class.getClassLoader());
    }

    static OwnClassLoader enter() {
        return new OwnClassLoader();
    }

    void leave() {
        thread.setContextClassLoader(before);
    }
}
