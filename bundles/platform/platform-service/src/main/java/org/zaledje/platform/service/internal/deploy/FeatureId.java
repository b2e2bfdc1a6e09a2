package org.zaledje.platform.service.internal.deploy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.framework.Version;

/** Name and version of a feature. */
record FeatureId(String name, String version) {

    private static final Pattern NAME = Pattern.compile("[\\w.-]{1,100}");
    private static final Pattern NUMBERS = Pattern.compile(
            "(\\d{1,9})(?:\\.(\\d{1,9}))?(?:\\.(\\d{1,9}))?(?:[.-](.+))?");
    private static final Pattern VERSION = Pattern.compile("[\\w.-]{1,100}");

    FeatureId {
        if (!NAME.matcher(name).matches() || !VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("not a feature's name and version: " + name + " " + version);
        }
    }

    static FeatureId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a feature's name/version: " + text);
        }
        return new FeatureId(text.substring(0, slash), text.substring(slash + 1));
    }

    /** The version for comparing; one without numbers is lower than any with. */
    Version comparableVersion() {
        Matcher numbers = NUMBERS.matcher(version);
        if (!numbers.matches()) {
            return new Version(0, 0, 0, version.replaceAll("[^\\w-]", "_"));
        }
        String qualifier = numbers.group(4) == null ? "" : numbers.group(4).replaceAll("[^\\w-]", "_");
        return new Version(number(numbers.group(1)), number(numbers.group(2)), number(numbers.group(3)), qualifier);
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    /** As the container writes it: {@code name/version}. */
    @Override
    public String toString() {
        return name + "/" + version;
    }
}
