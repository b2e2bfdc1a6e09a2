package org.zaledje.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/** What people do with the records of any function: find, arrange and choose them in a list, and change one on its page. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class RecordsIT {

    private static final double SOON_MS = 15_000;

    private final Zaledje zaledje;
    private final Browser browser;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private Person person;

    RecordsIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
    }

    @BeforeEach
    void thereAreNotes() {
        zaledje.ensure("notes");
        List.of("apple", "banana", "cherry").forEach(this::write);
        person = browser.person(zaledje.url());
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf(TestInfo test) {
        person.screenshot("records-" + test.getTestMethod().orElseThrow().getName());
        person.close();
        assertThat(person.complaints()).isEmpty();
    }

    @Test
    void aLinkToAFilteredListShowsTheSameToAnother() {
        person.logIn("/notes");
        filter(person, "nothing of the kind " + unique);
        assertThat(rows()).hasCount(0);
        filter(person, "banana " + unique);
        assertThat(rows()).hasCount(1);
        assertThat(person.page().locator("#list-count")).hasText("1 row");
        String link = person.page().url();
        assertThat(link).contains("title.contains=banana");

        try (Person other = browser.person(zaledje.url())) {
            other.logIn(link.substring(zaledje.url().length()));
            assertThat(other.page().locator("#filter-title input")).hasValue("banana " + unique);
            assertThat(other.page().locator("vaadin-grid-cell-content a:visible")).hasCount(1);
        }
    }

    @Test
    void columnsAndOrderAreChosenByKeyboardAndKeptAsAView() {
        person.logIn("/notes?title.contains=" + unique);
        assertThat(rows()).hasCount(3);
        Page page = person.page();
        page.locator("#list-arrange").focus();
        page.keyboard().press("Enter");
        page.locator("#column-c2 input").focus();
        page.keyboard().press("Space");
        page.locator("#down-title").focus();
        page.keyboard().press("Enter");
        person.settle();
        page.locator("#sort-1 vaadin-select-value-button").focus();
        page.keyboard().press("Enter");
        page.locator("vaadin-select-item[focused]:visible").waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("#sort-1 vaadin-select-value-button")).hasText("Title, descending");
        page.locator("#arrange-done").focus();
        page.keyboard().press("Enter");
        page.waitForURL("**columns=**");

        assertThat(rows().first()).hasText("cherry " + unique);
        assertThat(page.url()).contains("sort=-title").doesNotContain("c2");
        openViews();
        page.locator("#view-save").press("Enter");
        page.locator("#view-name input").fill("Fruit " + unique);
        page.locator("#view-standard input").press("Space");
        page.locator("#view-keep").press("Enter");
        assertThat(page.locator("#list-views")).containsText("Fruit " + unique);

        person.follow("/");
        person.follow("/notes");
        assertThat(page.locator("#list-views")).containsText("Fruit " + unique);
        assertThat(rows().first()).hasText("cherry " + unique);
        openViews();
        page.locator("#view-remove").press("Enter");
        assertThat(page.locator("#list-views")).hasText("Views");
    }

    @Test
    void chosenRowsAreDeletedTogetherByKeyboard() {
        person.logIn("/notes?title.contains=" + unique + "&sort=title");
        assertThat(rows()).hasCount(3);
        Locator boxes = person.page().locator("vaadin-grid-cell-content vaadin-checkbox:not(#selectAllCheckbox) input");
        boxes.nth(0).press("Space");
        boxes.nth(1).press("Space");
        assertThat(person.page().locator("#list-chosen")).hasText("2 rows chosen");
        person.page().locator("#list-action-1").press("Enter");
        assertThat(rows()).hasCount(1);
        assertThat(rows().first()).hasText("cherry " + unique);
    }

    @Test
    void whatOthersAddIsToldAndShownWhenItsReaderSaysSo() {
        person.logIn("/notes?title.contains=" + unique);
        assertThat(rows()).hasCount(3);
        write("damson");
        assertThat(person.page().locator("#list-news")).hasText("one is new; show", new HasTextOptions().setTimeout(SOON_MS));
        assertThat(rows()).hasCount(3);
        person.page().locator("#list-news").press("Enter");
        assertThat(rows()).hasCount(4);
        assertThat(person.page().locator("#list-news")).isHidden();
    }

    @Test
    void whatIsShownIsTakenAwayAsAFileFromListsOfThePlatformToo() throws IOException {
        person.logIn("/administration/users?name=admin");
        assertThat(rows()).hasCount(1);
        person.page().locator("#exchange-menu vaadin-menu-bar-button").first().press("Enter");
        Download file = person.page().waitForDownload(() -> person.page().locator("#export-csv a").click());
        List<String> lines = Files.readAllLines(file.path());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).contains("Login name");
        assertThat(lines.get(1)).startsWith("admin,");
    }

    @Test
    void whatTheServiceObjectsToStandsAtItsField() {
        person.logIn("/notes/new");
        person.page().locator("#field-title input").fill("x");
        person.page().locator("#field-title input").fill("");
        person.page().keyboard().press("Control+s");
        assertThat(person.page().locator("#field-title [slot=error-message]")).hasText("This is needed.");
        person.page().locator("#field-title input").fill("Fig " + unique);
        person.page().keyboard().press("Tab");
        person.page().keyboard().press("Control+s");
        person.page().waitForURL("**/notes/*-*");
        assertThat(person.page().locator("h1")).hasText("Fig " + unique);
    }

    @Test
    void twoWhoEditTheSameRecordSeeBothValuesAndTheSecondDecides() {
        person.logIn("/notes?title.contains=apple+" + unique);
        rows().first().click();
        person.page().waitForURL("**/notes/*-*");
        String path = person.page().url().substring(zaledje.url().length());
        try (Person other = browser.person(zaledje.url())) {
            other.logIn(path);
            type(person, "#field-title input", "mine " + unique);
            type(other, "#field-title input", "theirs " + unique);
            type(other, "#field-text textarea", "more of theirs");
            other.page().locator("#save").press("Enter");
            assertThat(other.page().locator("h1")).hasText("theirs " + unique);

            person.page().locator("#save").press("Enter");
            assertThat(person.page().locator("#theirs-title")).containsText("theirs " + unique);
            assertThat(person.page().locator("#form-notice")).containsText("admin has changed this");
            assertThat(person.page().locator("#field-title input")).hasValue("mine " + unique);
            assertThat(person.page().locator("#field-text textarea")).hasValue("more of theirs");
            person.page().locator("#save").press("Enter");
            assertThat(person.page().locator("h1")).hasText("mine " + unique);
            assertThat(person.page().locator("#form-notice")).isHidden();

            type(other, "#field-title input", "later " + unique);
            other.page().locator("#save").press("Enter");
            other.page().locator("#take-title").press("Enter");
            assertThat(other.page().locator("#field-title input")).hasValue("mine " + unique);
        }
    }

    @Test
    void whoLeavesWithUnsavedInputIsAskedAndADeletedRecordComesBack() {
        person.logIn("/notes?title.contains=banana+" + unique);
        rows().first().click();
        person.page().waitForURL("**/notes/*-*");
        type(person, "#field-title input", "half a title");
        person.page().locator("a[href='/notes']").first().click();
        person.page().locator("vaadin-confirm-dialog-overlay").getByText("Cancel").click();
        assertThat(person.page().locator("#field-title input")).hasValue("half a title");
        person.page().locator("#reset").press("Enter");
        assertThat(person.page().locator("#field-title input")).hasValue("banana " + unique);

        person.page().locator("#delete").press("Enter");
        person.page().locator("#undo").waitFor();
        assertThat(person.page().locator("h1")).hasText("Notes");
        person.page().keyboard().press("Alt+z");
        assertThat(person.page().locator("h1")).hasText("banana " + unique);
        person.page().locator("[data-tab=activity]").press("Enter");
        assertThat(person.page().getByText("Brought back")).isVisible(new IsVisibleOptions().setTimeout(SOON_MS));
        person.page().waitForURL("**?tab=activity");
    }

    private void write(String title) {
        zaledje.rest().post("/api/v1/notes", "{\"title\":\"" + title + " " + unique + "\"}");
    }

    private Locator rows() {
        return person.page().locator("vaadin-grid-cell-content a:visible");
    }

    private void openViews() {
        person.page().locator("#list-views vaadin-menu-bar-button").first().press("Enter");
    }

    private static void filter(Person person, String title) {
        person.page().locator("#filter-title input").fill(title);
    }

    private static void type(Person person, String field, String text) {
        person.page().locator(field).fill(text);
        person.page().locator(field).press("Tab");
    }
}
