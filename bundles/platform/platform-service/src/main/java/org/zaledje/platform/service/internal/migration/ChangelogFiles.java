package org.zaledje.platform.service.internal.migration;

import java.net.URL;
import java.util.List;
import java.util.Optional;

/** The files among which a changelog lies. */
interface ChangelogFiles {

    /** The file at this path, with {@code /} between its parts and none in front. */
    Optional<URL> find(String path);

    /** Paths of all files below a folder, sorted. */
    List<String> below(String folder);

    /** Whose files they are, for messages. */
    String owner();
}
