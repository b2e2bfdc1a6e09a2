package org.zaledje.platform.service.internal.deploy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which features an administrator has stopped. Each is a hidden empty file in the hot-deploy folder, so that it is kept,
 * and so that whoever watches the folder is woken.
 */
record StoppedFunctions(Path folder) {

    boolean contains(FeatureId feature) {
        return Files.exists(marker(feature));
    }

    void add(FeatureId feature) throws IOException {
        try {
            Files.createFile(marker(feature));
        } catch (FileAlreadyExistsException e) {
            // It is stopped already.
        }
    }

    void remove(FeatureId feature) throws IOException {
        Files.deleteIfExists(marker(feature));
    }

    private Path marker(FeatureId feature) {
        return folder.resolve("." + feature.name() + ".stopped");
    }
}
