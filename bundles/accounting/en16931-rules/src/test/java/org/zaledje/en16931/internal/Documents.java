package org.zaledje.en16931.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The documents of these tests: examples of the standard's publisher, and broken ones made of them. */
final class Documents {

    private Documents() {
    }

    static byte[] file(String name) {
        try (InputStream in = Documents.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        return new String(file(name), StandardCharsets.UTF_8);
    }

    static byte[] utf8(String document) {
        return document.getBytes(StandardCharsets.UTF_8);
    }

    /** An invoice whose lines are repeated until there are {@code count} of them. */
    static byte[] withLines(int count) {
        String invoice = text("ubl-tc434-example4.xml");
        int from = invoice.indexOf("<cac:InvoiceLine>");
        int to = invoice.indexOf("</cac:InvoiceLine>") + "</cac:InvoiceLine>".length();
        return utf8(invoice.substring(0, from) + invoice.substring(from, to).repeat(count) + invoice.substring(to));
    }
}
