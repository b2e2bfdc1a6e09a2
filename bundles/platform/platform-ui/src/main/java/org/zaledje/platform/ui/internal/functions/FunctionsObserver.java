package org.zaledje.platform.ui.internal.functions;

/** A part of a page that shows which functions there are. */
public interface FunctionsObserver {

    /** Called with the tab locked after a function or an archive has come, gone or changed. */
    void functionsChanged();
}
