package org.zaledje.platform.ui.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.zaledje.platform.document.DocumentVersion;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;

/** The words about documents. */
final class PanelTexts {

    private static final Texts TEXTS = Texts.beside(PanelTexts.class);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final String[] UNITS = {"B", "kB", "MB", "GB"};

    private PanelTexts() {
    }

    static LocalizedText text(String key, Object... arguments) {
        return TEXTS.text(key, arguments);
    }

    static String tell(String key, Object... arguments) {
        return Language.tell(text(key, arguments));
    }

    /** What is told of a file: its name, size, and when it came from whom. */
    static String about(DocumentVersion file) {
        return String.join(" · ", file.fileName(), size(file.bytes()), Formats.current().moment(file.at()), file.by());
    }

    private static String size(long bytes) {
        BigDecimal size = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (size.compareTo(THOUSAND) >= 0 && unit < UNITS.length - 1) {
            size = size.divide(THOUSAND);
            unit++;
        }
        return Formats.current().number(size.setScale(unit == 0 ? 0 : 1, RoundingMode.HALF_UP)) + " " + UNITS[unit];
    }
}
