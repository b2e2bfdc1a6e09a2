package org.zaledje.platform.service.internal.deploy;

import java.nio.file.Path;

/**
 * An archive that should be installed.
 *
 * @param source where it is unpacked from; not the file itself when that holds something that failed
 */
record Wanted(ArchiveFile file, Archive archive, Path source) {

    /** Whether it is what the file holds. */
    boolean isFromFile() {
        return source.equals(file.path());
    }
}
