package org.zaledje.platform.admin.internal.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserNameTest {

    private static final String CHROME = "Mozilla/5.0 (%s) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "X11; Linux x86_64 | '' | Chrome 131, Linux", "Windows NT 10.0; Win64; x64 | ' Edg/131.0.2903.86' | Edge 131, Windows",
        "Linux; Android 10; K | '' | Chrome 131, Android", "Macintosh; Intel Mac OS X 10_15_7 | ' OPR/116.0.0.0' | Opera 116, Mac OS X"})
    void whoClaimsToBeManyIsCalledByTheirOwnName(String system, String end, String name) {
        assertEquals(name, BrowserName.of(CHROME.formatted(system) + end));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Mozilla/5.0 (Windows NT 10.0; rv:133.0) Gecko/20100101 Firefox/133.0 | Firefox 133, Windows",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148"
                + " Safari/604.1 | Safari 18, iPhone",
        "curl/8.5.0 | curl/8.5.0", "'' | ''"})
    void othersAreKnownTooAndAStrangerSpeaksForItself(String userAgent, String name) {
        assertEquals(name, BrowserName.of(userAgent));
    }
}
