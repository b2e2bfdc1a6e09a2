package org.zaledje.platform.service.internal.migration;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells whether the files of a changelog have changed. */
final class ChangelogFingerprint {

    private ChangelogFingerprint() {
    }

    /** SHA-256, in hex, over the names and contents of all files in the changelog's folder. */
    static String of(Changelog changelog, ChangelogFiles files) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String path : files.below(changelog.folder())) {
                digest.update(path.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                URL file = files.find(path).orElseThrow(() -> new IOException(path + " is gone"));
                try (InputStream in = file.openStream()) {
                    byte[] content = in.readAllBytes();
                    digest.update(Integer.toString(content.length).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                    digest.update(content);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
