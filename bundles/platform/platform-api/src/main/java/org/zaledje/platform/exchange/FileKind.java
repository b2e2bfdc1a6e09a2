package org.zaledje.platform.exchange;

import java.util.Optional;
import java.util.stream.Stream;

/** Kinds of files that tables come in. */
public enum FileKind {

    CSV("csv", "text/csv"),
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String extension;
    private final String mediaType;

    FileKind(String extension, String mediaType) {
        this.extension = extension;
        this.mediaType = mediaType;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    /** The kind that is called so, as the extension of a file's name is. */
    public static Optional<FileKind> named(String extension) {
        return Stream.of(values()).filter(kind -> kind.extension.equalsIgnoreCase(extension)).findFirst();
    }
}
