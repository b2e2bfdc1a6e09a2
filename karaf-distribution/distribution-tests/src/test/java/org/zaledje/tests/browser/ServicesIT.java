package org.zaledje.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/** The page of services: its samples do what they say when they are pasted. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class ServicesIT {

    private static final String NOTES = "/api/v1/notes";
    private static final int RUN_SECONDS_MAX = 60;
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(20_000);

    private final Zaledje zaledje;
    private final Browser browser;

    ServicesIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
    }

    @Test
    void theSamplesOfAllLanguagesRunAndTogetherHaveOneEffect(@TempDir Path folder) throws Exception {
        zaledje.ensure("notes");
        int before = notes();
        String token = zaledje.rest().post("/api/v1/people/me/tokens", "{\"name\":\"Samples\",\"days\":1}").json()
                .get("secret").asText();
        try (Person person = browser.person(zaledje.url())) {
            Page page = person.logIn("/administration/services").page();
            Locator reading = page.locator("#services details").filter(new Locator.FilterOptions().setHasText("GET "));
            reading.first().waitFor();
            page.locator("#services-words input").fill("post " + NOTES);
            assertThat(reading).hasCount(0);
            Locator operation = page.locator("#services details").filter(new Locator.FilterOptions().setHasText("POST " + NOTES)).first();
            operation.locator("summary").click();
            Locator sample = operation.locator("pre");

            assertThat(sample).containsText("curl");
            Path curl = Files.writeString(folder.resolve("sample.sh"), sample.textContent());
            choose(operation, "Java");
            assertThat(sample).containsText("public class Sample", SOON);
            Path java = Files.writeString(folder.resolve("Sample.java"), sample.textContent());
            choose(operation, "Python");
            assertThat(sample).containsText("urllib", SOON);
            Path python = Files.writeString(folder.resolve("sample.py"), sample.textContent());

            String made = run(token, List.of("bash", curl.toString()));
            assertThat(run(token, List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), java.toString())))
                    .contains("201", made.strip());
            assertThat(run(token, List.of("python3", python.toString()))).contains("201", made.strip());
        }
        assertThat(notes()).isEqualTo(before + 1);
    }

    @Test
    void wordsNarrowWhatIsShownAndNothingFoundIsSaid() {
        zaledje.ensure("accounting");
        try (Person person = browser.person(zaledje.url())) {
            Page page = person.logIn("/administration/services").page();
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("/soap/accounting?wsdl"))).isVisible();
            Set<String> described = new HashSet<>();
            zaledje.anonymous().get("/api/openapi.json").json().get("paths").properties().forEach(path -> path.getValue().fieldNames()
                    .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
            assertThat(page.locator("#services summary code").allTextContents()).containsExactlyInAnyOrderElementsOf(described);
            page.locator("#services-words input").fill("no such operation");
            assertThat(page.locator("#services details")).hasCount(0);
            assertThat(page.getByText("No operation has these words.")).isVisible();
        }
    }

    private static void choose(Locator operation, String language) {
        operation.locator("vaadin-tab").filter(new Locator.FilterOptions().setHasText(language)).click();
    }

    private int notes() {
        JsonNode list = zaledje.rest().get(NOTES + "?limit=200").json();
        return list.path("items").size();
    }

    private static String run(String token, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ZALEDJE_TOKEN", token);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(RUN_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(out + error).isZero();
        return out;
    }
}
