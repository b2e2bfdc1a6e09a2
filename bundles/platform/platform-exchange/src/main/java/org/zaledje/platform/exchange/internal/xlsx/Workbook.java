package org.zaledje.platform.exchange.internal.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.zaledje.platform.exchange.internal.ExchangeTexts;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;

/** The parts of a workbook: a ZIP file of XML documents. */
final class Workbook implements AutoCloseable {

    /** All parts that are read, unpacked. */
    static final long BYTES_MAX = 4L * 1024 * 1024 * 1024;

    private static final int SHEETS_MAX = 200;
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final ZipFile zip;
    private long unpacked;

    private Workbook(ZipFile zip) {
        this.zip = zip;
    }

    static Workbook open(Path file) throws IOException {
        try {
            return new Workbook(new ZipFile(file.toFile()));
        } catch (ZipException e) {
            throw unreadable();
        }
    }

    static ProblemException unreadable() {
        return ExchangeTexts.problem(Kind.UNREADABLE, "exchange.xlsx-malformed");
    }

    static ProblemException tooLarge() {
        return ExchangeTexts.problem(Kind.TOO_LARGE, "exchange.xlsx-too-large", BYTES_MAX / (1024 * 1024));
    }

    /** A part of the workbook; empty when it has none of this name. */
    Optional<InputStream> part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        return entry == null ? Optional.empty()
                : Optional.of(new UnpackedPart(zip.getInputStream(entry), Math.max(1, entry.getCompressedSize()), this::count));
    }

    /** Parts tell how many bytes more they were when unpacked. */
    private void count(long more) {
        unpacked += more;
        if (unpacked > BYTES_MAX) {
            throw tooLarge();
        }
    }

    /** Names of the parts that hold the sheets, in order. */
    List<String> sheets() throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        try (Xml xml = Xml.of(part("xl/_rels/workbook.xml.rels").orElseThrow(Workbook::unreadable))) {
            while (xml.nextStart()) {
                if (xml.is("Relationship")) {
                    targets.put(xml.attribute("Id"), path(xml.attribute("Target")));
                }
            }
        }
        List<String> sheets = new ArrayList<>();
        try (Xml xml = Xml.of(part("xl/workbook.xml").orElseThrow(Workbook::unreadable))) {
            while (xml.nextStart()) {
                if (xml.is("sheet") && sheets.size() < SHEETS_MAX) {
                    Optional.ofNullable(targets.get(xml.attribute(RELATIONS, "id"))).ifPresent(sheets::add);
                }
            }
        }
        return sheets;
    }

    /** Whether its days are counted from 1904 on. */
    boolean isFrom1904() throws IOException, XMLStreamException {
        try (Xml xml = Xml.of(part("xl/workbook.xml").orElseThrow(Workbook::unreadable))) {
            while (xml.nextStart()) {
                if (xml.is("workbookPr")) {
                    return List.of("1", "true").contains(xml.attribute("date1904"));
                }
            }
        }
        return false;
    }

    private static String path(String target) {
        return target.startsWith("/") ? target.substring(1) : "xl/" + target;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
