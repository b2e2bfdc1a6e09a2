package org.zaledje.platform.shell.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.text.LocalizedText;

class PlatformCommandTest {

    private record Parcel(String id, boolean sent, Optional<Instant> at, Duration took, int weight, List<String> marks,
            LocalizedText title) {
    }

    private static final LocalizedText TITLE = locale -> locale.getLanguage().equals("sl") ? "Paket \"č\"" : "Parcel \"č\"";
    private static final Parcel PARCEL = new Parcel("a1", true, Optional.of(Instant.parse("2026-01-02T03:04:05.678Z")),
            Duration.ofMillis(1500), 3, List.of("x", "y"), TITLE);

    private static final class ParcelsCommand extends PlatformCommand {

        private final List<Parcel> parcels;

        ParcelsCommand(Parcel... parcels) {
            this.parcels = List.of(parcels);
        }

        @Override
        protected void run() {
            Caller caller = callers.current().orElseThrow();
            show(Listing.<Parcel>of("parcel").column("id", Parcel::id).column("sent", Parcel::sent)
                    .column("at", Parcel::at).column("took", Parcel::took).column("weight", Parcel::weight)
                    .column("marks", Parcel::marks).column("title", Parcel::title)
                    .column("by", parcel -> caller.name()), parcels);
        }
    }

    @Test
    void rowsAreATableInTheLanguageThatWasAskedForOrOfTheTerminal() throws Exception {
        String english = TestShell.run(new ParcelsCommand(PARCEL), Map.of("USER", "maja"));
        for (String part : List.of("parcel.id", "a1", "yes", "2026-01-02T03:04:05Z", "1.5 s", "x, y", "Parcel", "maja")) {
            assertTrue(english.contains(part), part + " in " + english);
        }
        for (String slovenian : List.of(TestShell.run(new ParcelsCommand(PARCEL), Map.of(), "--lang=sl"),
                TestShell.run(new ParcelsCommand(PARCEL), Map.of("LC_CTYPE", "sl_SI.UTF-8")))) {
            assertTrue(slovenian.contains("da") && slovenian.contains("1,5 s") && slovenian.contains("Paket"), slovenian);
        }
        assertThrows(CommandProblem.class, () -> TestShell.run(new ParcelsCommand(), Map.of(), "--lang=xx"));
    }

    @Test
    void programsGetJsonThatAnyTerminalCarries() throws Exception {
        assertEquals("[{\"id\":\"a1\",\"sent\":true,\"at\":\"2026-01-02T03:04:05.678Z\",\"took\":1.5,\"weight\":3,"
                + "\"marks\":[\"x\",\"y\"],\"title\":\"Parcel \\\"\\u010D\\\"\",\"by\":\"maja\"}]",
                TestShell.run(new ParcelsCommand(PARCEL), Map.of("USER", "maja"), "--json").strip());
        assertEquals("[]", TestShell.run(new ParcelsCommand(), Map.of(), "--json").strip());
    }

    @Test
    void aProblemIsToldWithAllThatIsWrong() {
        PlatformCommand refused = new PlatformCommand() {
            @Override
            protected void run() {
                throw ProblemException.rulesBroken("x", LocalizedText.verbatim("Not so."), List.of(
                        Violation.error("one", LocalizedText.verbatim("First."), ""),
                        Violation.error("two", LocalizedText.verbatim("Second."), "")));
            }
        };
        assertEquals("Not so.\nFirst.\nSecond.",
                assertThrows(CommandProblem.class, () -> TestShell.run(refused, Map.of())).getMessage());
    }
}
