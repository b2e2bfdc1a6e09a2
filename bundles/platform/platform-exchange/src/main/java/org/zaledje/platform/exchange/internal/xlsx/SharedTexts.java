package org.zaledje.platform.exchange.internal.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The texts that cells refer to by number. They are kept in a file, and only where each begins in memory. */
final class SharedTexts implements AutoCloseable {

    private static final int TEXTS_MAX = 8_000_000;
    private static final int BUFFER_BYTES = 256 * 1024;
    private static final int FIRST_PLACES = 1024;

    private final Path file;
    private final RandomAccessFile texts;
    private long[] places = new long[FIRST_PLACES];
    private int count;

    private SharedTexts(Path file) throws IOException {
        this.file = file;
        this.texts = new RandomAccessFile(file.toFile(), "rw");
    }

    static SharedTexts of(Optional<InputStream> part) throws IOException, XMLStreamException {
        SharedTexts texts = new SharedTexts(Files.createTempFile("zaledje-texts", ".tmp"));
        try {
            if (part.isPresent()) {
                texts.readAll(part.get());
            }
            return texts;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            texts.close();
            throw e;
        }
    }

    private void readAll(InputStream part) throws IOException, XMLStreamException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        FileChannel channel = texts.getChannel();
        try (Xml xml = Xml.of(part)) {
            while (xml.nextStart()) {
                if (xml.is("si")) {
                    byte[] text = text(xml, "si").getBytes(StandardCharsets.UTF_8);
                    if (buffer.remaining() < text.length) {
                        write(channel, buffer);
                    }
                    buffer.put(text);
                    add(text.length);
                }
            }
        }
        write(channel, buffer);
    }

    private static void write(FileChannel channel, ByteBuffer buffer) throws IOException {
        buffer.flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
    }

    private void add(int length) {
        if (count == TEXTS_MAX) {
            throw Workbook.tooLarge();
        }
        if (count + 1 == places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        places[count + 1] = places[count] + length;
        count++;
    }

    /** The text between here and the end of the element: all runs of it, without how it is pronounced. */
    static String text(Xml xml, String end) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        boolean within = false;
        boolean aside = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                aside |= xml.is("rPh");
                within = xml.is("t") && !aside;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (xml.is(end)) {
                    return text.toString();
                }
                aside &= !xml.is("rPh");
                within = false;
            } else if (within && isText(event)) {
                xml.addTo(text);
            }
        }
    }

    static boolean isText(int event) {
        return event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA || event == XMLStreamConstants.SPACE;
    }

    String get(int index) throws IOException {
        if (index < 0 || index >= count) {
            throw Workbook.unreadable();
        }
        byte[] text = new byte[(int) (places[index + 1] - places[index])];
        texts.seek(places[index]);
        texts.readFully(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        texts.close();
        Files.deleteIfExists(file);
    }
}
