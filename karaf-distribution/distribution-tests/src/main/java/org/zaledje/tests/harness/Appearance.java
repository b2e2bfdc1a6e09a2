package org.zaledje.tests.harness;

/**
 * How somebody looks at the web UI.
 *
 * @param locale what their browser asks for, for example {@code sl-SI}
 * @param dark   whether their system is dark
 * @param width  of the window, in CSS pixels
 */
public record Appearance(String locale, boolean dark, int width) {

    public static final Appearance USUAL = new Appearance("en-GB", false, 1280);

    @Override
    public String toString() {
        return locale.replaceFirst("-.*", "") + "-" + (dark ? "dark" : "light") + "-" + width;
    }
}
