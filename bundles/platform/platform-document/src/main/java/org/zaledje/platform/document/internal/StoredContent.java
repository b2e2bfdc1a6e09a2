package org.zaledje.platform.document.internal;

import java.io.IOException;
import java.io.InputStream;
import org.zaledje.platform.document.DocumentContent;
import org.zaledje.platform.document.DocumentVersion;
import org.zaledje.platform.document.internal.store.FileStore;

/** A file of the store. */
record StoredContent(FileStore files, DocumentVersion version) implements DocumentContent {

    @Override
    public InputStream open(long from) throws IOException {
        return files.open(version.sha256(), from);
    }
}
