package org.zaledje.platform.service.internal.event;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Encrypts webhooks' secrets with a key that is not in the database, so that a copy of the database alone signs nothing.
 * The key is made when the first secret is; nodes that share a database need the same file. Thread-safe.
 */
@Component(service = SecretBox.class)
public final class SecretBox {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private SecretKey key;

    @Activate
    public SecretBox(@Reference EventSettings settings) {
        file = settings.key();
    }

    String encrypt(String secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] encrypted = apply(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(
                ByteBuffer.allocate(NONCE_BYTES + encrypted.length).put(nonce).put(encrypted).array());
    }

    String decrypt(String encrypted) {
        ByteBuffer read = ByteBuffer.wrap(Base64.getDecoder().decode(encrypted));
        byte[] nonce = new byte[NONCE_BYTES];
        read.get(nonce);
        byte[] rest = new byte[read.remaining()];
        read.get(rest);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, rest), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A webhook's secret is not of the key in " + file + ": " + e.getMessage(), e);
        }
    }

    private synchronized SecretKey key() {
        if (key == null) {
            try {
                if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    make();
                }
                key = new SecretKeySpec(HexFormat.of().parseHex(Files.readString(file).strip()), "AES");
            } catch (IOException e) {
                throw new IllegalStateException("The key of webhooks can't be read: " + file, e);
            }
        }
        return key;
    }

    private void make() throws IOException {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        Files.createDirectories(file.getParent());
        try {
            var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Path whole = Files.createTempFile(file.getParent(), "key", ".new", ownerOnly);
            Files.writeString(whole, HexFormat.of().formatHex(fresh) + "\n");
            // a link, because a move would replace the key of one that was faster
            Files.createLink(file, whole);
            Files.delete(whole);
        } catch (FileAlreadyExistsException e) {
            // made by somebody else in the meantime: that one holds
        }
    }
}
