package org.zaledje.platform.service.internal.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;

/** Opens what {@link SealedOutput} has sealed. Its end is reached only when the file is whole. */
final class SealedInput extends InputStream {

    private static final int SEALED_BYTES = Seal.CHUNK_BYTES + Seal.TAG_BYTES;

    private final DataInputStream in;
    private final Seal seal;
    private byte[] next;
    private byte[] chunk = {};
    private int position;
    private int number;

    SealedInput(InputStream source, char[] passphrase) throws IOException {
        in = new DataInputStream(source);
        seal = Seal.read(in, passphrase);
        next = in.readNBytes(SEALED_BYTES);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (position == chunk.length) {
            if (next.length == 0) {
                return -1;
            }
            open();
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk, position, target, offset, count);
        position += count;
        return count;
    }

    /** A chunk is the last one when nothing follows it; one that says otherwise tells that the end was cut off. */
    private void open() throws IOException {
        byte[] sealed = next;
        next = sealed.length < SEALED_BYTES ? new byte[0] : in.readNBytes(SEALED_BYTES);
        try {
            chunk = seal.apply(Cipher.DECRYPT_MODE, number, next.length == 0, sealed, sealed.length);
        } catch (GeneralSecurityException e) {
            throw new DamagedBackup(number == 0
                    ? "The passphrase is wrong, or the file is damaged at its beginning"
                    : "The file is damaged or its end is missing, after " + number + " MiB");
        }
        position = 0;
        number++;
        Arrays.fill(sealed, (byte) 0);
    }
}
