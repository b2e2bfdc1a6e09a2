package org.zaledje.platform.service.internal.deploy;

import java.util.List;

/**
 * What an archive (KAR) holds.
 *
 * @param sha256     of the file, in hex
 * @param features   what it installs; the first one gives the archive its name and version
 * @param repository path of the repository of features below the archive's {@code repository/} folder
 */
record Archive(String sha256, List<FeatureId> features, String repository) {

    Archive {
        features = List.copyOf(features);
        if (features.isEmpty()) {
            throw new IllegalArgumentException("an archive without features");
        }
    }

    FeatureId main() {
        return features.get(0);
    }
}
