package org.zaledje.platform.service.internal.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/*
 * How is a file sealed, and why?
 *
 * It is a header and chunks, each sealed by AES-256-GCM, so that a file of any size is written and read in constant
 * memory and not a byte is used before it is authenticated. The key comes from the passphrase by Argon2id with a salt of
 * the file's own. A chunk's nonce is its number and whether it is the last (the STREAM construction), so that chunks can be
 * neither swapped nor left out, nor the end cut off. The header is authenticated with each chunk.
 */

/** The key of one file, and the header that tells how it comes from the passphrase. */
record Seal(byte[] header, SecretKey key) {

    static final int CHUNK_BYTES = 1 << 20;
    static final int TAG_BYTES = 16;

    private static final byte[] MAGIC = "ZALEDJE BACKUP 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int MEMORY_KIB = 65_536;
    private static final int MEMORY_KIB_MAX = 1 << 20;
    private static final int ITERATIONS = 3;
    private static final int ITERATIONS_MAX = 20;

    /** A new one, with a salt that no other file has. */
    static Seal of(char[] passphrase) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] header = ByteBuffer.allocate(MAGIC.length + 2 * Integer.BYTES + SALT_BYTES)
                .put(MAGIC).putInt(MEMORY_KIB).putInt(ITERATIONS).put(salt).array();
        return new Seal(header, key(passphrase, MEMORY_KIB, ITERATIONS, salt));
    }

    /** The one of a file. */
    static Seal read(DataInputStream in, char[] passphrase) throws IOException {
        byte[] header = in.readNBytes(MAGIC.length + 2 * Integer.BYTES + SALT_BYTES);
        if (!Arrays.equals(MAGIC, Arrays.copyOf(header, MAGIC.length))) {
            throw new DamagedBackup("It is not a backup of Zaledje");
        }
        ByteBuffer fields = ByteBuffer.wrap(header, MAGIC.length, header.length - MAGIC.length);
        if (fields.remaining() < 2 * Integer.BYTES + SALT_BYTES) {
            throw new DamagedBackup("Its end is missing");
        }
        int memoryKib = fields.getInt();
        int iterations = fields.getInt();
        if (memoryKib < 8 || memoryKib > MEMORY_KIB_MAX || iterations < 1 || iterations > ITERATIONS_MAX) {
            throw new DamagedBackup("Its header was altered");
        }
        byte[] salt = new byte[SALT_BYTES];
        fields.get(salt);
        return new Seal(header, key(passphrase, memoryKib, iterations, salt));
    }

    void write(DataOutputStream out) throws IOException {
        out.write(header);
    }

    /** Seals or opens one chunk. */
    byte[] apply(int mode, int number, boolean last, byte[] chunk, int length) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES).put(NONCE_BYTES - 1, (byte) (last ? 1 : 0)).putInt(0, number).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(header);
        return cipher.doFinal(chunk, 0, length);
    }

    private static SecretKey key(char[] passphrase, int memoryKib, int iterations, byte[] salt) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] secret = Arrays.copyOf(encoded.array(), encoded.limit());
        byte[] key = new byte[KEY_BYTES];
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13).withMemoryAsKB(memoryKib)
                .withIterations(iterations).withParallelism(1).withSalt(salt).build());
        generator.generateBytes(secret, key);
        Arrays.fill(secret, (byte) 0);
        Arrays.fill(encoded.array(), (byte) 0);
        return new SecretKeySpec(key, "AES");
    }
}
