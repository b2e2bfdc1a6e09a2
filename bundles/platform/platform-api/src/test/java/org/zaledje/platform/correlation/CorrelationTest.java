package org.zaledje.platform.correlation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationTest {

    private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String TRACE = "00-" + TRACE_ID + "-00f067aa0ba902b7-01";

    @Test
    void aCallersIdIsTakenBeforeTheTrace() {
        assertEquals("order-17.2", idOf("order-17.2", TRACE));
        assertEquals(TRACE_ID, idOf(null, TRACE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "line\nbreak", "\"quoted\"", "č"})
    void anIdThatCouldForgeALogLineIsReplaced(String given) {
        assertEquals(TRACE_ID, idOf(given, TRACE));
        assertNotEquals(given, idOf(given, null));
    }

    @Test
    void anIdThatIsTooLongIsReplaced() {
        assertNotEquals("a".repeat(65), idOf("a".repeat(65), null));
        assertThrows(IllegalArgumentException.class, () -> Correlation.begin("a".repeat(65)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00-00000000000000000000000000000000-00f067aa0ba902b7-01", "ff-" + TRACE_ID + "-00f067aa0ba902b7-01",
        "00-" + TRACE_ID + "-0000000000000000-01", "00-" + TRACE_ID})
    void aTraceThatIsNotWellFormedIsReplaced(String trace) {
        assertNotEquals(TRACE_ID, idOf(null, trace));
    }

    @Test
    void theIdOfBeforeComesBack() {
        try (Correlation.Scope outer = Correlation.begin("outer")) {
            assertEquals("inner", idOf("inner", null));
            assertEquals(Optional.of("outer"), Correlation.current());
        }
        assertEquals(Optional.empty(), Correlation.current());
    }

    private static String idOf(String given, String trace) {
        try (Correlation.Scope scope = Correlation.beginRequest(given, trace)) {
            return Correlation.current().orElseThrow();
        }
    }
}
