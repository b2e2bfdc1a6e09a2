package org.zaledje.tests.accounting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Example invoices of the European standard, as files and with changes. */
public final class Invoices {

    private static final String EXAMPLE = "guide-example1.xml";
    private static final String EXAMPLE_NUMBER = "12115118";

    private Invoices() {
    }

    /** An example file as it is. */
    public static byte[] file(String name) {
        try (InputStream in = Invoices.class.getResourceAsStream("/invoices/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A valid invoice in euros that nobody has sent before. */
    public static byte[] fresh() {
        return numbered("T-" + UUID.randomUUID());
    }

    /** A valid invoice in euros with this number. */
    public static byte[] numbered(String number) {
        return changed(">" + EXAMPLE_NUMBER + "<", ">" + number + "<");
    }

    /** The example with a total that is not the sum of its parts. */
    public static byte[] withWrongTotal() {
        return changed(">250.33</cbc:TaxInclusiveAmount>", ">1.00</cbc:TaxInclusiveAmount>");
    }

    /** The example with one text in it changed. */
    public static byte[] changed(String text, String other) {
        String example = new String(file(EXAMPLE), StandardCharsets.UTF_8);
        if (!example.contains(text)) {
            throw new IllegalArgumentException(EXAMPLE + " has no " + text);
        }
        return example.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(other))
                .getBytes(StandardCharsets.UTF_8);
    }
}
