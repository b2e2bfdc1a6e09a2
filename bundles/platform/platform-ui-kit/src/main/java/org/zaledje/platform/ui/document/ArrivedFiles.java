package org.zaledje.platform.ui.document;

import com.vaadin.flow.component.upload.MultiFileReceiver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Files that a browser sends, on the disk until they are taken. They come in threads of requests, without the UI's lock. */
final class ArrivedFiles implements MultiFileReceiver {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Path> files = new ConcurrentHashMap<>();

    @Override
    public OutputStream receiveUpload(String fileName, String mimeType) {
        try {
            Path file = Files.createTempFile("zaledje-upload", ".part");
            forget(files.put(fileName, file));
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands a file on, and deletes it whatever becomes of that. */
    void take(String fileName, Consumer<InputStream> taker) {
        Path file = files.remove(fileName);
        try (InputStream content = Files.newInputStream(file)) {
            taker.accept(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            forget(file);
        }
    }

    /** Deletes a file that did not come whole. */
    void drop(String fileName) {
        forget(files.remove(fileName));
    }

    private static void forget(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
