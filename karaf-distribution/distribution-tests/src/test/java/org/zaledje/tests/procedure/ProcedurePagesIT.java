package org.zaledje.tests.procedure;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.company.Staff;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/** The picture of a procedure, its fields beside it, and who stands in for whom. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class ProcedurePagesIT {

    private final Zaledje zaledje;
    private final Browser browser;
    private Approvers people;
    private Person person;

    ProcedurePagesIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
    }

    @BeforeAll
    static void wait20Seconds() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @BeforeEach
    void aCompanyHasItsInvoicesApproved() {
        zaledje.ensure("accounting");
        people = new Approvers(zaledje);
        person = browser.person(zaledje.url());
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf(TestInfo test) {
        person.screenshot(test.getTestMethod().orElseThrow().getName());
        person.close();
        assertThat(person.complaints()).isEmpty();
    }

    private Page at(String path, String name) {
        person.page().navigate(path);
        person.tryToLogIn(name, Staff.PASSWORD);
        person.page().locator("h1").waitFor();
        return person.page();
    }

    @Test
    void aStepIsChangedBesideThePictureAndSavedAsAnotherVersion() {
        Page page = at("/administration/procedures", people.manager);
        page.getByText("Approval of received invoices").click();
        Locator drawing = page.locator("#drawing svg");
        assertThat(drawing).containsText("2 different people");
        assertThat(drawing).containsText("due within 16 h");
        assertThat(page.locator("#version")).containsText("Version 2");

        page.getByLabel("Different people").fill("3");
        page.getByLabel("Different people").press("Tab");
        assertThat(drawing).containsText("3 different people");
        page.locator("#add-step").click();
        assertThat(drawing.locator(".z-chosen")).containsText("New step");
        assertThat(drawing.locator(".z-arrow")).hasCount(1);
        page.locator("#save").click();
        assertThat(page.getByText("procedure.candidates")).isVisible();
        page.locator("#remove-step").click();
        assertThat(drawing.locator(".z-arrow")).hasCount(0);
        page.locator("#save").click();

        assertThat(page.locator("#version")).containsText("Version 3");
        assertThat(people.admin.get(Approvers.PROCEDURE).json().path("steps").get(0).path("approvals").asInt()).isEqualTo(3);
    }

    @Test
    void whoGoesOnLeaveNamesASubstitute() {
        Page page = at("/account", people.ana);
        page.locator("#substitute input").fill(people.bor);
        page.locator("vaadin-combo-box-overlay").getByText(people.bor).click();
        page.getByLabel("From").last().fill("2030-07-01");
        page.getByLabel("From").last().press("Enter");
        page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).last().fill("2030-07-14");
        page.getByLabel("To", new Page.GetByLabelOptions().setExact(true)).last().press("Enter");
        page.locator("#add-substitution").click();

        assertThat(page.locator(".z-card").getByText("2030").first()).isVisible();
        assertThat(people.byBor.get("/api/v1/tasks/substitutions").json().path("items").get(0).path("person").asText())
                .isEqualTo(people.ana);
    }
}
