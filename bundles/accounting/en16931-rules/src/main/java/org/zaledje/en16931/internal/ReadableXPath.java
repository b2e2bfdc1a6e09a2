package org.zaledje.en16931.internal;

import java.util.Map;
import java.util.regex.Pattern;

/** Gives the steps of a Schematron's location the prefixes that people know: {@code /Invoice[1]/cac:TaxTotal[1]}. */
final class ReadableXPath {

    private static final Pattern STEP = Pattern.compile("\\*:([^/\\[]+)\\[namespace-uri\\(\\)='([^']*)'\\]");

    private static final Map<String, String> PREFIXES = Map.of(
            "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "",
            "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", "",
            Namespaces.CAC, "cac:",
            Namespaces.CBC, "cbc:",
            Namespaces.RSM, "rsm:",
            Namespaces.RAM, "ram:",
            Namespaces.UDT, "udt:");

    private ReadableXPath() {
    }

    static String of(String location) {
        return STEP.matcher(location).replaceAll(step -> PREFIXES.getOrDefault(step.group(2), "*:") + step.group(1));
    }
}
