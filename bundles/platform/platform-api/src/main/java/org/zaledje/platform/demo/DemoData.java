package org.zaledje.platform.demo;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Whiteboard service: content that shows what a function does. Loaded once in the life of a database, when the platform
 * was started with demo content, by the platform as {@link org.zaledje.platform.security.Caller#system()}.
 */
@ConsumerType
public interface DemoData {

    /** The {@link org.zaledje.platform.function.BackOfficeFunction#id()} it belongs to. */
    String functionId();

    /**
     * Loads it into the current company. Calls the function's services as a person would. May be called again when it
     * has thrown, and then goes on where it stopped or does nothing twice.
     */
    void load();
}
