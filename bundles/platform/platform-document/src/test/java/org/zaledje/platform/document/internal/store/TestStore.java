package org.zaledje.platform.document.internal.store;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/** Stores of tests. */
public final class TestStore {

    private TestStore() {
    }

    public static FileStore in(Path folder, Clock clock, long freeBytesMin) throws IOException {
        return new FileStore(new StoreSettings(folder, freeBytesMin), clock);
    }
}
