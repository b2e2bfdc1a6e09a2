package org.zaledje.platform.service.internal.deploy;

import java.nio.file.Path;

/**
 * An archive as it is, or is being, installed.
 *
 * @param file     name of the archive in the hot-deploy folder
 * @param archive  what it holds
 * @param complete whether installing came to its end; while false, the container may hold any part of it
 */
record Installation(String file, Archive archive, boolean complete) {

    /** The folder with its content, below that of all archives. */
    Path folder(Path archives) {
        return archives.resolve(file.substring(0, file.length() - ArchiveFile.SUFFIX.length()));
    }

    Installation withComplete(boolean value) {
        return new Installation(file, archive, value);
    }
}
