package org.zaledje.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/**
 * A list of 100,000 rows is scrolled by wheel and keyboard; prints what the browser has drawn how fast. Its limits are
 * those of a busy machine, the figures are for people to read.
 */
@Tag("long")
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class ScrollIT {

    private static final int ROWS = Integer.getInteger("zaledje.rows", 100_000);
    private static final int STEPS = 150;
    private static final int FRAME_MS_MAX = 250;
    private static final String WATCH = """
            () => {
              window.frames_ = [];
              window.long_ = [];
              new PerformanceObserver(list => list.getEntries().forEach(entry => window.long_.push(entry.duration)))
                  .observe({type: 'longtask'});
              let last = performance.now();
              const frame = now => { window.frames_.push(now - last); last = now; requestAnimationFrame(frame); };
              requestAnimationFrame(frame);
            }""";
    private static final String FIGURES = """
            () => {
              const sorted = window.frames_.splice(0).sort((a, b) => a - b);
              const long = window.long_.splice(0);
              const at = part => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]);
              return [sorted.length, at(0.5), at(0.95), at(0.99), at(1), long.length, Math.round(Math.max(0, ...long))];
            }""";

    private final Zaledje zaledje;
    private final Browser browser;

    ScrollIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
    }

    @Test
    void manyRowsAreScrolledWithoutWaiting() {
        zaledje.ensure("notes");
        importRows();
        try (Person person = browser.person(zaledje.url())) {
            person.logIn("/notes");
            person.settle();
            Page page = person.page();
            page.evaluate(WATCH);
            page.locator("vaadin-grid").hover();
            for (int i = 0; i < STEPS; i++) {
                page.mouse().wheel(0, 800);
                page.waitForTimeout(16);
            }
            List<Integer> wheel = told("wheel", page);
            assertThat(lastRow(page)).isGreaterThan(STEPS);

            page.locator("vaadin-grid-cell-content a:visible").first().focus();
            page.keyboard().press("Escape");
            for (int i = 0; i < STEPS; i++) {
                page.keyboard().press("PageDown");
            }
            List<Integer> keys = told("keyboard", page);
            long begun = System.nanoTime();
            person.settle();
            System.out.println("settled after " + Duration.ofNanos(System.nanoTime() - begun).toMillis() + " ms at row " + lastRow(page));
            assertThat(wheel.get(2)).isLessThan(FRAME_MS_MAX);
            assertThat(keys.get(2)).isLessThan(FRAME_MS_MAX);
            assertThat(person.complaints()).isEmpty();
        }
    }

    private static int lastRow(Page page) {
        return ((Number) page.evaluate("() => Math.round(document.querySelector('vaadin-grid').$.table.scrollTop / 30)")).intValue();
    }

    private static List<Integer> told(String what, Page page) {
        List<Integer> figures = ((List<?>) page.evaluate(FIGURES)).stream().map(number -> ((Number) number).intValue()).toList();
        System.out.printf("%s: %d frames; median %d ms, 95 %% %d ms, 99 %% %d ms, longest %d ms; %d long tasks, longest %d ms%n",
                what, figures.get(0), figures.get(1), figures.get(2), figures.get(3), figures.get(4), figures.get(5), figures.get(6));
        return figures;
    }

    private void importRows() {
        StringBuilder csv = new StringBuilder("title,text\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append("Note ").append(i).append(",Some words of it\n");
        }
        JsonNode made = zaledje.rest().post("/api/v1/exchange/notes.notes/imports", "text/csv",
                csv.toString().getBytes(StandardCharsets.UTF_8)).json();
        String path = "/api/v1/exchange/imports/" + made.path("id").asText();
        zaledje.rest().send("POST", path + "/run", BodyPublishers.noBody());
        Await.until("the import", Duration.ofMinutes(8), () -> zaledje.rest().get(path).json(),
                now -> now.path("state").asText().equals("DONE"));
    }
}
