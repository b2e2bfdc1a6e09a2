package org.zaledje.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Appearance;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Pages;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/** Every page that can be found by following links keeps WCAG 2.2 AA as far as axe can tell, in the light and in the dark. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class AccessibilityIT {

    private static final String FAULTS = """
            async () => (await axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations
                .map(violation => violation.id + ': ' + violation.help + ': '
                    + violation.nodes.slice(0, 3).map(node => node.target.flat().join(' ') + ' ' + node.html.slice(0, 200)
                    + ' ' + node.failureSummary).join(' | '))""";

    private final Zaledje zaledje;
    private final Browser browser;

    AccessibilityIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
    }

    @Test
    void noPageKeepsAnybodyOut() throws IOException {
        zaledje.ensure("accounting");
        zaledje.ensure("notes");
        zaledje.rest().post("/api/v1/notes", "{\"title\":\"A note\"}");
        Accounting accounting = new Accounting(zaledje.rest());
        accounting.submitted(Invoices.numbered("2026-" + System.nanoTime() % 10_000));
        String invoice = zaledje.rest().get("/api/v1/accounting/invoices?limit=1").json().at("/items/0/id").asText();
        attach(invoice);
        Answer gone = zaledje.rest().send("DELETE", "/api/v1/documents/" + attach(invoice), BodyPublishers.noBody());
        assertThat(gone.status()).as(gone.toString()).isEqualTo(204);
        accounting.posted(Accounting.sale());
        String axe = Files.readString(Path.of(Distribution.setting("zaledje.playwright"), "node_modules/axe-core/axe.min.js"));
        List<String> pages = pages();
        assertThat(pages).hasSizeGreaterThan(10);
        List<String> faults = new ArrayList<>();
        for (boolean dark : new boolean[] {false, true}) {
            try (Person person = browser.person(zaledje.url(), new Appearance("en-GB", dark, 1280))) {
                person.page().navigate("/login");
                person.page().evaluate(axe);
                faults(person).forEach(fault -> faults.add("/login " + fault));
                person.logIn("/");
                person.page().evaluate(axe);
                for (String path : pages) {
                    person.follow(path);
                    person.settle();
                    faults(person).forEach(fault -> faults.add((dark ? "dark " : "light ") + path + " " + fault));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private String attach(String invoice) {
        return zaledje.rest().post("/api/v1/documents?recordType=accounting.invoice&recordId=" + invoice + "&fileName=a.txt",
                "application/octet-stream", "a".getBytes(StandardCharsets.UTF_8)).json().get("id").asText();
    }

    private List<String> pages() {
        try (Person person = browser.person(zaledje.url())) {
            return Pages.foundBy(person.logIn("/"));
        }
    }

    private static List<String> faults(Person person) {
        return ((List<?>) person.page().evaluate(FAULTS)).stream().map(Object::toString).toList();
    }
}
