package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for changes in a folder. Makes the folder when it is not there. */
final class FolderWatch implements AutoCloseable {

    private final Path folder;
    private final WatchService watcher;
    private Optional<WatchKey> key = Optional.empty();

    FolderWatch(Path folder) throws IOException {
        this.folder = folder;
        this.watcher = folder.getFileSystem().newWatchService();
        register();
    }

    private void register() throws IOException {
        if (key.isEmpty() || !key.get().isValid() || !Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            key = Optional.of(folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE));
        }
    }

    /** Returns when something has changed, or after {@code max}. */
    void await(Duration max) throws IOException, InterruptedException {
        WatchKey changed = watcher.poll(max.toMillis(), TimeUnit.MILLISECONDS);
        if (changed != null) {
            changed.pollEvents();
            changed.reset();
        }
        register();
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}
