package org.zaledje.platform.service.internal.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureIdTest {

    @ParameterizedTest
    @CsvSource({"0.1.0,0.2.0", "0.9.0,0.10.0", "1,1.0.1", "1.0.0,1.0.0-SNAPSHOT", "draft,0.1", "1.9.9,2"})
    void versionsAreComparedByTheirNumbers(String lower, String higher) {
        assertTrue(id(lower).comparableVersion().compareTo(id(higher).comparableVersion()) < 0);
    }

    @Test
    void theTextFormIsReadBack() {
        assertEquals(id("1.0.0-SNAPSHOT"), FeatureId.parse(id("1.0.0-SNAPSHOT").toString()));
    }

    private static FeatureId id(String version) {
        return new FeatureId("x", version);
    }
}
