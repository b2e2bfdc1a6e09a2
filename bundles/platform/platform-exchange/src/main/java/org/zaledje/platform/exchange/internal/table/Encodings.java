package org.zaledje.platform.exchange.internal.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Finds out in which encoding a text is: what its byte order mark says, UTF-8 if all of it is, else Windows-1250. */
final class Encodings {

    /** Of Central Europe, as Excel saves CSV there. */
    static final Charset WINDOWS = Charset.forName("windows-1250");

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}),
            new Mark(StandardCharsets.UTF_16LE, new byte[] {(byte) 0xff, (byte) 0xfe}),
            new Mark(StandardCharsets.UTF_16BE, new byte[] {(byte) 0xfe, (byte) 0xff}));

    private Encodings() {
    }

    private record Mark(Charset charset, byte[] bytes) {
    }

    static Charset of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(3);
            for (Mark mark : MARKS) {
                if (start.length >= mark.bytes().length
                        && Arrays.equals(start, 0, mark.bytes().length, mark.bytes(), 0, mark.bytes().length)) {
                    return mark.charset();
                }
            }
        }
        return isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
    }

    private static boolean isUtf8(Path file) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer discarded = CharBuffer.allocate(BUFFER_BYTES);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
        try (InputStream in = Files.newInputStream(file)) {
            boolean more = true;
            while (more) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                more = read >= 0;
                bytes.position(bytes.position() + Math.max(0, read)).flip();
                discarded.clear();
                if (decoder.decode(bytes, discarded, !more).isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        return true;
    }
}
