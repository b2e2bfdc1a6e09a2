package org.zaledje.tests.company;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
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

/** People work in one company at a time, and see nothing of the others. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class CompanyChooserIT {

    private static final double SOON_MS = 10_000;
    private static final String SECOND = "Druga d.o.o.";

    private final Zaledje zaledje;
    private final Browser browser;
    private final Staff staff;
    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private String first;
    private String second;
    private Person person;

    CompanyChooserIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
        staff = new Staff(zaledje);
    }

    @BeforeEach
    void twoCompaniesHaveNotes() {
        zaledje.ensure("notes");
        zaledje.ensure("accounting");
        first = staff.firstCompany();
        second = staff.company(SECOND);
        zaledje.rest().with("Zaledje-Company", first).post("/api/v1/notes", "{\"title\":\"of the first " + unique + "\"}");
        zaledje.rest().with("Zaledje-Company", second).post("/api/v1/notes", "{\"title\":\"of the second " + unique + "\"}");
        person = browser.person(zaledje.url());
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf(TestInfo test) {
        person.screenshot(test.getTestMethod().orElseThrow().getName());
        person.close();
        assertThat(person.complaints()).isEmpty();
    }

    @Test
    void onePersonOfOneCompanyIsAtWorkInIt() {
        String role = staff.role("Notes of one " + unique, "notes.note.read", "notes.note.write");
        staff.person("one-" + unique, role, second);

        person.page().navigate("/notes");
        person.tryToLogIn("one-" + unique, Staff.PASSWORD);

        assertThat(note("of the second")).isVisible();
        assertThat(person.page().locator("#company")).hasText(SECOND);
        assertThat(note("of the first")).hasCount(0);
        person.page().locator("#new-record").click();
        person.page().locator("#field-title input").fill("by one " + unique);
        person.page().locator("#save").click();
        person.page().waitForURL("**/notes/*-*");
        person.follow("/notes");
        assertThat(note("by one")).isVisible();
    }

    @Test
    void theOtherCompanyIsThereWithoutAReloadAndAfterTheNextLogin() {
        person.logIn("/notes");
        choose(staff.firstCompanyName());
        assertThat(note("of the first")).isVisible();
        person.page().evaluate("window.notReloaded = true");

        choose(SECOND);

        assertThat(note("of the second")).isVisible();
        assertThat(note("of the first")).hasCount(0);
        assertThat(person.page().evaluate("window.notReloaded")).isEqualTo(true);
        try (Person later = browser.person(zaledje.url())) {
            later.logIn("/notes");
            assertThat(later.page().locator("#company input")).hasValue(SECOND);
        }
        choose(staff.firstCompanyName());
        assertThat(note("of the first")).isVisible();
    }

    @Test
    void thePageOfARecordGivesWayToTheListOfTheOtherCompany() {
        person.logIn("/administration/users");
        choose(staff.firstCompanyName());
        person.page().locator("vaadin-grid a").first().click();
        person.page().waitForURL("**/administration/users/*-*");

        choose(SECOND);

        person.page().waitForURL("**/administration/users");
        choose(staff.firstCompanyName());
    }

    @Test
    void whoHasUnsavedInputIsAskedFirst() {
        person.logIn("/accounting/entries/new");
        choose(staff.firstCompanyName());
        Locator description = person.page().getByLabel("Description").first();
        description.fill("half an entry");
        description.press("Tab");

        pick(person.page(), SECOND);
        person.page().locator("vaadin-confirm-dialog-overlay").getByText("Cancel").click();

        assertThat(description).hasValue("half an entry");
        assertThat(company()).hasValue(staff.firstCompanyName());
        pick(person.page(), SECOND);
        person.page().locator("#confirm").click();
        assertThat(company()).hasValue(SECOND);
        assertThat(description).hasValue("");
        choose(staff.firstCompanyName());
    }

    @Test
    void unsavedInputInAnotherTabKeepsAllTabsInTheirCompany() {
        person.logIn("/accounting/entries/new");
        choose(staff.firstCompanyName());
        Locator description = person.page().getByLabel("Description").first();
        description.fill("half an entry");
        description.press("Tab");
        Page other = person.page().context().newPage();
        other.navigate("/notes");
        other.locator("#company input").waitFor();

        pick(other, SECOND);

        assertThat(other.getByText("another tab of this browser holds input")).isVisible();
        assertThat(other.locator("#company input")).hasValue(staff.firstCompanyName());
        assertThat(other.locator("h1")).hasText("Notes");
        assertThat(description).hasValue("half an entry");
        other.close();
    }

    @Test
    void aDialogThatIsOpenInAnotherTabKeepsAllTabsInTheirCompany() {
        person.logIn("/administration/units");
        choose(staff.firstCompanyName());
        person.page().locator("#new-unit").click();
        person.page().locator("#unit-name input").fill("half a name");
        Page other = person.page().context().newPage();
        other.navigate("/");
        other.locator("#company input").waitFor();

        pick(other, SECOND);

        assertThat(other.getByText("another tab of this browser holds input")).isVisible();
        assertThat(person.page().locator("#unit-name input")).hasValue("half a name");
        other.close();
    }

    private Locator note(String title) {
        return person.page().locator("vaadin-grid-cell-content").getByText(title + " " + unique);
    }

    private Locator company() {
        return person.page().locator("#company input");
    }

    /** Leads into a company, and waits until the page has been made anew for it. */
    private void choose(String name) {
        Page page = person.page();
        page.locator("#company input").waitFor();
        if (!company().inputValue().equals(name)) {
            page.evaluate("document.querySelector('#company').classList.add('before')");
            pick(page, name);
            assertThat(page.locator("#company.before")).hasCount(0, new HasCountOptions().setTimeout(SOON_MS));
            assertThat(company()).hasValue(name);
        }
    }

    private static void pick(Page page, String name) {
        page.locator("#company input").fill(name);
        page.locator("vaadin-combo-box-item").filter(new Locator.FilterOptions().setHasText(name)).first().click();
    }
}
