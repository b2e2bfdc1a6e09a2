package org.zaledje.platform.admin.internal.procedures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.procedure.Wording;

class ProcedureDrawingTest {

    private static final Wording TITLE = Wording.of("Do", "Stori");

    private static Step step(String key, String... after) {
        return Step.approval(key, TITLE, Candidate.starter()).after(after);
    }

    private static String draw(Map<String, List<String>> lines, Step... steps) {
        return ProcedureDrawing.svg(new ProcedurePlan(TITLE, true, List.of(steps)), "a", lines, "All of it");
    }

    private static List<String> places(String svg) {
        return Pattern.compile("<rect x=\"(\\d+)\" y=\"(\\d+)\"").matcher(svg).results()
                .map(found -> found.group(1) + " " + found.group(2)).collect(Collectors.toList());
    }

    @Test
    void stepsLieBelowThoseThatTheyWaitForAndBesideThoseThatTheyDoNot() {
        Map<String, List<String>> lines = Map.of("a", List.of("A"), "b", List.of("B"), "c", List.of("C"));
        List<String> places = places(draw(lines, step("a"), step("b"), step("c", "a", "b")));
        assertEquals(List.of("1 1", "319 1", "1 82"), places);
    }

    @Test
    void aCircleIsDrawnTooForItIsToldWhenItIsSaved() {
        Map<String, List<String>> lines = Map.of("a", List.of("A"), "b", List.of("B"));
        assertEquals(2, places(draw(lines, step("a", "b"), step("b", "a"))).size());
    }

    @Test
    void aLongLineIsWrappedAndNothingOfItIsLost() {
        String svg = draw(Map.of("a", List.of("A", "if Amount with VAT in the company's currency is more than 5000")), step("a"));
        assertTrue(svg.contains(">if Amount with VAT in the company's<"), svg);
        assertTrue(svg.contains(">currency is more than 5000<"), svg);
    }

    @Test
    void whatPeopleWriteIsTextAndNeverMarkup() {
        String svg = draw(Map.of("a", List.of("<script>alert(\"1\")</script> & more")), step("a"));
        assertFalse(svg.contains("<script"));
        assertTrue(svg.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/s"));
    }
}
