package org.zaledje.platform.admin.internal.procedures;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.Step;

/**
 * A plan as a picture: each step below those that it waits for, side by side where they don't wait for each other. Lines of
 * text in a box are told by the caller.
 */
final class ProcedureDrawing {

    private static final int WIDTH = 290;
    private static final int LINE = 17;
    private static final int PADDING = 12;
    private static final int GAP_X = 28;
    private static final int GAP_Y = 40;
    private static final int CHARACTERS_MAX = 40;

    /** Where a box lies. */
    private record Box(int x, int y, int height) {

        int middle() {
            return x + WIDTH / 2;
        }
    }

    private ProcedureDrawing() {
    }

    /**
     * The picture as SVG.
     *
     * @param chosen key of the step that stands out
     * @param lines  what is written in each step's box, its title first
     * @param title  what the picture is, for those who can't see it
     */
    static String svg(ProcedurePlan plan, String chosen, Map<String, List<String>> lines, String title) {
        Map<String, List<String>> wrapped = new HashMap<>();
        lines.forEach((key, texts) -> wrapped.put(key, texts.stream().flatMap(text -> wrapped(text).stream()).toList()));
        Map<String, Box> boxes = boxes(plan, wrapped);
        int width = boxes.values().stream().mapToInt(box -> box.x() + WIDTH).max().orElse(0) + 2;
        int height = boxes.values().stream().mapToInt(box -> box.y() + box.height()).max().orElse(0) + 2;
        StringBuilder svg = new StringBuilder("<svg class=\"z-drawing\" role=\"img\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width).append(' ').append(height).append("\" width=\"").append(width).append("\" height=\"").append(height)
                .append("\"><title>").append(escaped(title)).append("</title><defs><marker id=\"z-arrow\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\"")
                .append(" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>");
        plan.steps().forEach(step -> step.after().stream().filter(boxes::containsKey).sorted()
                .forEach(before -> svg.append(arrow(boxes.get(before), boxes.get(step.key())))));
        plan.steps().forEach(step -> svg.append(box(boxes.get(step.key()), wrapped.get(step.key()),
                wrapped(lines.get(step.key()).get(0)).size(), step.key().equals(chosen) ? "z-step z-chosen" : "z-step",
                step.kind() == Step.Kind.WORK)));
        return svg.append("</svg>").toString();
    }

    private static Map<String, Box> boxes(ProcedurePlan plan, Map<String, List<String>> lines) {
        Map<String, Integer> depths = depths(plan);
        Map<Integer, List<Step>> rows = plan.steps().stream()
                .collect(Collectors.groupingBy(step -> depths.get(step.key()), TreeMap::new, Collectors.toList()));
        Map<String, Box> boxes = new LinkedHashMap<>();
        int y = 1;
        for (List<Step> row : rows.values()) {
            int tallest = 0;
            for (int i = 0; i < row.size(); i++) {
                int height = lines.get(row.get(i).key()).size() * LINE + 2 * PADDING;
                boxes.put(row.get(i).key(), new Box(1 + i * (WIDTH + GAP_X), y, height));
                tallest = Math.max(tallest, height);
            }
            y += tallest + GAP_Y;
        }
        return boxes;
    }

    /** How many steps lie before each one; a circle, which can't be saved, is cut. */
    private static Map<String, Integer> depths(ProcedurePlan plan) {
        Map<String, Integer> depths = new HashMap<>();
        plan.steps().forEach(step -> depths.put(step.key(), 0));
        for (int round = 0; round < plan.steps().size(); round++) {
            for (Step step : plan.steps()) {
                int depth = step.after().stream().filter(depths::containsKey).mapToInt(key -> depths.get(key) + 1).max().orElse(0);
                depths.put(step.key(), Math.min(depth, plan.steps().size()));
            }
        }
        return depths;
    }

    private static String arrow(Box from, Box to) {
        int start = from.y() + from.height();
        int bend = to.y() - GAP_Y / 2;
        return "<path class=\"z-arrow\" marker-end=\"url(#z-arrow)\" d=\"M" + from.middle() + " " + start + "V" + bend + "H" + to.middle()
                + "V" + (to.y() - 2) + "\"/>";
    }

    private static String box(Box box, List<String> lines, int titleLines, String classes, boolean work) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            texts.add("<text class=\"" + (i < titleLines ? "z-step-title" : "z-step-line") + "\" x=\"" + (box.x() + PADDING) + "\" y=\""
                    + (box.y() + PADDING + 12 + i * LINE) + "\">" + escaped(lines.get(i)) + "</text>");
        }
        return "<g class=\"" + classes + "\"><rect x=\"" + box.x() + "\" y=\"" + box.y() + "\" width=\"" + WIDTH
                + "\" height=\"" + box.height() + "\" rx=\"" + (work ? 2 : 8) + "\"/>" + String.join("", texts) + "</g>";
    }

    /** A text in as many lines as it needs, broken between words where there are some. */
    private static List<String> wrapped(String text) {
        List<String> lines = new ArrayList<>();
        String rest = text.strip();
        while (rest.length() > CHARACTERS_MAX) {
            int end = rest.lastIndexOf(' ', CHARACTERS_MAX);
            int cut = end > 0 ? end : CHARACTERS_MAX;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        lines.add(rest);
        return lines;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
