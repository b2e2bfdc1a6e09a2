package org.zaledje.platform.document.internal.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.mime.MimeTypesFactory;

/** Tells what a file is by its first bytes, and by its name where that says no more than the bytes allow. */
final class MediaTypes {

    private static final int TYPE_LENGTH_MAX = 200;

    private final MimeTypes types;

    MediaTypes() {
        try {
            types = MimeTypesFactory.create("tika-mimetypes.xml", "custom-mimetypes.xml", MimeTypes.class.getClassLoader());
        } catch (IOException | MimeTypeException e) {
            throw new IllegalStateException(e);
        }
    }

    String of(Path file, String name) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file), types.getMinLength())) {
            String type = types.detect(content, metadata).getBaseType().toString();
            return type.length() <= TYPE_LENGTH_MAX ? type : MimeTypes.OCTET_STREAM;
        }
    }
}
