package org.zaledje.platform.exchange.internal.xlsx;

import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** Which styles of cells show a number as a day or a moment. */
final class DateStyles {

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[[^\\]hms]*\\]");
    private static final Pattern DATE = Pattern.compile("[dmyhs]", Pattern.CASE_INSENSITIVE);
    private static final int STYLES_MAX = 100_000;

    private final BitSet dates = new BitSet();

    private DateStyles() {
    }

    static DateStyles of(Optional<InputStream> part) throws IOException, XMLStreamException {
        DateStyles styles = new DateStyles();
        if (part.isPresent()) {
            try (Xml xml = Xml.of(part.get())) {
                styles.read(xml);
            }
        }
        return styles;
    }

    private void read(Xml xml) throws XMLStreamException {
        Set<Integer> formats = new HashSet<>();
        boolean ofCells = false;
        int style = 0;
        while (xml.nextStart()) {
            switch (xml.name()) {
                case "numFmt" -> {
                    if (showsDate(xml.attribute("formatCode")) && formats.size() < STYLES_MAX) {
                        formats.add(number(xml.attribute("numFmtId")));
                    }
                }
                case "cellXfs" -> ofCells = true;
                case "cellStyles", "dxfs" -> ofCells = false;
                case "xf" -> {
                    if (ofCells && style < STYLES_MAX) {
                        int format = number(xml.attribute("numFmtId"));
                        dates.set(style++, isBuiltIn(format) || formats.contains(format));
                    }
                }
                default -> { }
            }
        }
    }

    private static boolean isBuiltIn(int format) {
        return format >= 14 && format <= 22 || format >= 27 && format <= 36 || format >= 45 && format <= 47
                || format >= 50 && format <= 58;
    }

    private static boolean showsDate(String code) {
        return code != null && !code.equalsIgnoreCase("General")
                && DATE.matcher(QUOTED.matcher(code).replaceAll("")).find();
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    boolean isDate(String style) {
        return style != null && dates.get(number(style));
    }
}
