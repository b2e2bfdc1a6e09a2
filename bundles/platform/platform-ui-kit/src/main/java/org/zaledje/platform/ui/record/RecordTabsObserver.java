package org.zaledje.platform.ui.record;

/** A page that is told, with the UI locked, when tabs of records have come or gone. */
public interface RecordTabsObserver {

    void recordTabsChanged();
}
