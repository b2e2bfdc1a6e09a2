package org.zaledje.platform.document;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** A stored file to read from. Thread-safe; the file stays readable for a day, whatever becomes of its document. */
@ProviderType
public interface DocumentContent {

    /** Which file it is. */
    DocumentVersion version();

    /**
     * Reads it; whoever asks closes the stream.
     *
     * @param from the first byte that is wanted, from 0
     * @throws IOException when the file can't be read
     */
    InputStream open(long from) throws IOException;
}
