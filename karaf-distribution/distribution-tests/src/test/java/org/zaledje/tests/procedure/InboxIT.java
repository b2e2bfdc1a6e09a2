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

/** Two people at once on the tasks of one group, each in their own browser. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class InboxIT {

    private static final String ROW = "vaadin-grid vaadin-checkbox:not([hidden])";

    private final Zaledje zaledje;
    private final Browser browser;
    private Approvers people;
    private Person ana;
    private Person bor;

    InboxIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
    }

    /** Two browsers at once are slower than one. */
    @BeforeAll
    static void wait20Seconds() {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @BeforeEach
    void bothLookAtTheirInbox() {
        zaledje.ensure("accounting");
        people = new Approvers(zaledje);
        ana = at("/tasks", people.ana);
        bor = at("/tasks", people.bor);
    }

    private Person at(String path, String name) {
        Person person = browser.person(zaledje.url());
        person.page().navigate(path);
        person.tryToLogIn(name, Staff.PASSWORD);
        person.page().locator("h1").waitFor();
        return person;
    }

    @AfterEach
    void theBrowsersHaveNothingToComplainOf(TestInfo test) {
        ana.screenshot(test.getTestMethod().orElseThrow().getName());
        bor.screenshot(test.getTestMethod().orElseThrow().getName() + "-other");
        ana.close();
        bor.close();
        assertThat(ana.complaints()).isEmpty();
        assertThat(bor.complaints()).isEmpty();
    }

    private static Locator count(Person person) {
        return person.page().locator("#drawer .z-count");
    }

    private static void choose(Person person, int row) {
        person.page().locator(ROW).nth(row).click();
    }

    @Test
    void whatOneTakesIsGoneForTheOtherAtOnce() {
        assertThat(ana.page().locator(".z-empty")).isVisible();
        people.invoice();
        assertThat(count(ana)).hasText("1");
        assertThat(count(bor)).hasText("1");

        choose(ana, 0);
        ana.page().locator("#task-claim").click();

        assertThat(count(bor)).isHidden();
        assertThat(bor.page().locator(".z-empty")).isVisible();
        assertThat(count(ana)).hasText("1");
        ana.page().locator("#task-release").click();
        assertThat(count(bor)).hasText("1");
    }

    @Test
    void whoIsSlowerIsToldKindlyAndNothingIsDoneTwice() {
        String invoice = people.invoice();
        choose(ana, 0);
        choose(bor, 0);
        bor.page().locator("#task-reject").click();
        bor.page().locator("#reason textarea").fill("Not ordered.");

        ana.page().locator("#task-reject").click();
        ana.page().locator("#reason textarea").fill("Nobody knows of it.");
        ana.page().locator("#decide").click();
        assertThat(count(bor)).isHidden();
        bor.page().locator("#decide").click();

        assertThat(bor.page().getByText("Somebody else was quicker")).isVisible();
        assertThat(people.maja.get("/api/v1/procedures/records/accounting.invoice/" + invoice).json().path("decisions")).hasSize(1);
    }

    @Test
    void severalAreApprovedByKeyboardAlone() {
        people.invoice();
        people.invoice();
        assertThat(count(ana)).hasText("2");
        Page page = ana.page();
        page.locator("#drawer a").last().focus();
        pressUntil(page, "Tab", "document.querySelector('vaadin-grid').shadowRoot.activeElement?.closest('#items')");
        page.keyboard().press("Space");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Space");
        assertThat(page.locator("#task-approve")).isEnabled();
        pressUntil(page, "Shift+Tab", "document.activeElement?.id === 'task-approve'");
        page.keyboard().press("Enter");

        assertThat(page.locator("vaadin-notification-card").first()).containsText("2 tasks approved.");
        assertThat(count(ana)).isHidden();
        assertThat(count(bor)).hasText("2");
    }

    private static void pressUntil(Page page, String key, String reached) {
        for (int i = 0; i < 30; i++) {
            page.keyboard().press(key);
            if (Boolean.TRUE.equals(page.evaluate("() => Boolean(" + reached + ")"))) {
                return;
            }
        }
        throw new AssertionError(key + " does not lead there: " + reached);
    }

    @Test
    void theInvoicesOwnPageShowsWhoIsNextAndIsDecidedThere() {
        String invoice = people.invoice();
        ana.page().navigate("/accounting/invoices/" + invoice);
        bor.page().navigate("/accounting/invoices/" + invoice);
        Locator standing = ana.page().locator(".z-standing");
        assertThat(standing).containsText("under way");
        assertThat(standing.locator(".z-next")).containsText("Approve received invoices");

        ana.page().locator("#task-approve").click();

        assertThat(bor.page().locator(".z-standing")).containsText(people.ana + ": Approve the invoice – approved");
        assertThat(ana.page().locator("#task-approve")).hasCount(0);
        bor.page().locator("#task-approve").click();
        assertThat(standing).containsText("approved");
        assertThat(standing.locator(".z-next")).hasCount(0);
    }
}
