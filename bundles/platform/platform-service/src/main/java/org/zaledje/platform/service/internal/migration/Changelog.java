package org.zaledje.platform.service.internal.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a bundle's manifest says of its tables.
 *
 * @param path       where in the bundle the changelog lies; the files beside and below it belong to it
 * @param dataSource name that the data source is published under once the changelog is applied
 */
record Changelog(String path, String dataSource) {

    /** Name of the manifest header. */
    static final String HEADER = "Zaledje-Changelog";

    private static final Pattern FORM = Pattern.compile(
            "\\s*([\\w./-]+/[\\w.-]+)\\s*;\\s*datasource=([\\w-]{1,100})\\s*");

    static Changelog parse(String header) {
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    HEADER + " must look like db/x/changelog.xml;datasource=zaledje-x, and is " + header);
        }
        return new Changelog(form.group(1), form.group(2));
    }

    /** The folder that the changelog and all it includes lie in. */
    String folder() {
        return path.substring(0, path.lastIndexOf('/'));
    }
}
