package org.zaledje.platform.service.internal.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/** Seals what is written. Only {@link #finish} makes it complete, so that what was broken off can't pass for whole. */
final class SealedOutput extends OutputStream {

    private final DataOutputStream out;
    private final Seal seal;
    private final byte[] chunk = new byte[Seal.CHUNK_BYTES];
    private int filled;
    private int number;

    SealedOutput(OutputStream target, Seal seal) throws IOException {
        this.out = new DataOutputStream(target);
        this.seal = seal;
        seal.write(out);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == chunk.length) {
                seal(false);
            }
            int count = Math.min(length - done, chunk.length - filled);
            System.arraycopy(source, offset + done, chunk, filled, count);
            filled += count;
            done += count;
        }
    }

    private void seal(boolean last) throws IOException {
        try {
            byte[] sealed = seal.apply(Cipher.ENCRYPT_MODE, number, last, chunk, filled);
            number = Math.incrementExact(number);
            filled = 0;
            out.write(sealed);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /** Writes the last chunk. */
    void finish() throws IOException {
        seal(true);
        out.flush();
    }
}
