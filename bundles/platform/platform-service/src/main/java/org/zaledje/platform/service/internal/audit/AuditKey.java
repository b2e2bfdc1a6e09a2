package org.zaledje.platform.service.internal.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Signs rows with a key that is not in the database, so that who owns the database can neither add a row nor alter one
 * that is not chained yet. The key is made at the first start. Thread-safe.
 */
@Component(service = AuditKey.class)
public final class AuditKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKey key;

    @Activate
    public AuditKey(@Reference AuditSettings settings) throws IOException {
        key = new SecretKeySpec(readOrMake(settings.key()), ALGORITHM);
    }

    AuditRow sign(Content content) {
        return new AuditRow(content, mac(content));
    }

    boolean hasSigned(AuditRow row) {
        return MessageDigest.isEqual(mac(row.content()).getBytes(StandardCharsets.US_ASCII),
                row.mac().getBytes(StandardCharsets.UTF_8));
    }

    private String mac(Content content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(content.encoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private static byte[] readOrMake(Path file) throws IOException {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            make(file);
        }
        byte[] read = HexFormat.of().parseHex(Files.readString(file).strip());
        if (read.length != KEY_BYTES) {
            throw new IOException(file + " must hold " + KEY_BYTES * 2 + " hexadecimal digits");
        }
        return read;
    }

    private static void make(Path file) throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        Files.createDirectories(file.getParent());
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path whole = Files.createTempFile(file.getParent(), "key", ".new", ownerOnly);
            Files.writeString(whole, HexFormat.of().formatHex(fresh) + "\n");
            // a link, because a move would replace the key of a node that was faster
            Files.createLink(file, whole);
            Files.delete(whole);
        } catch (FileAlreadyExistsException e) {
            // made by somebody else in the meantime: that one holds
        }
    }
}
