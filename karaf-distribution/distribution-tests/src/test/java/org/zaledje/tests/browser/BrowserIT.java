package org.zaledje.tests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsHiddenOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/** The back office as people have it, in a real browser. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class BrowserIT {

    private static final double SHOWN_WITHIN_MS = 5_000;
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(SHOWN_WITHIN_MS);

    private final Zaledje zaledje;
    private final Browser browser;
    private final Accounting accounting;
    private Person person;

    BrowserIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
        accounting = new Accounting(zaledje.rest());
    }

    @BeforeEach
    void sitDown() {
        person = browser.person(zaledje.url());
    }

    @AfterEach
    void theBrowserHasNothingToComplainOf(TestInfo test) {
        person.screenshot(test.getTestMethod().orElseThrow().getName());
        person.close();
        assertThat(person.complaints()).isEmpty();
    }

    @Test
    void onlyWhoKnowsThePasswordIsLetIn() {
        person.page().navigate("/functions");
        person.tryToLogIn(Zaledje.ADMIN, "wrong");

        assertThat(person.page().getByText("Wrong user name or password")).isVisible();
        assertThat(person.drawer()).isHidden();

        person.tryToLogIn(Zaledje.ADMIN, Zaledje.PASSWORD);

        assertThat(person.drawer()).isVisible();
        assertThat(person.page().locator("#functions")).isVisible();
        assertThat(person.page().url()).isEqualTo(zaledje.url() + "/functions");
    }

    @Test
    void anEmptyBackOfficeSaysHowToAddAFunction() {
        zaledje.ensureEmpty();

        person.logIn("/");

        Locator empty = person.page().locator("#empty-back-office");
        assertThat(empty).isVisible();
        assertThat(empty).containsText(zaledje.deployFolder().toString());
        assertThat(empty).containsText("zaledje:install");
    }

    @Test
    void aDroppedFunctionIsInTheDrawerOfEveryOpenBrowserWithinSeconds() {
        zaledje.ensureEmpty();
        person.logIn("/");
        try (Person other = browser.person(zaledje.url())) {
            other.logIn("/functions");

            zaledje.deploy("accounting");

            assertThat(person.drawerEntry("accounting")).isVisible(SOON);
            assertThat(other.drawerEntry("accounting")).isVisible(SOON);
            assertThat(person.drawerEntry("accounting")).hasText("Accounting");
            assertThat(other.complaints()).isEmpty();
        }
    }

    @Test
    void aRemovedFunctionLeavesEveryOpenBrowserAndItsPageSaysSoUntilItIsBack() {
        zaledje.ensure("accounting");
        person.logIn("/accounting/trial-balance");
        try (Person other = browser.person(zaledje.url())) {
            other.logIn("/");
            assertThat(other.drawerEntry("accounting")).isVisible();

            zaledje.remove("accounting");

            assertThat(person.page().locator("#not-installed")).isVisible(SOON);
            assertThat(person.page().locator("#not-installed")).containsText("accounting");
            assertThat(person.drawerEntry("accounting")).isHidden();
            assertThat(other.drawerEntry("accounting")).isHidden();

            other.page().navigate("/accounting/entries");
            assertThat(other.page().locator("#not-installed")).isVisible();

            zaledje.deploy("accounting");
            assertThat(person.page().locator("h1")).hasText("Trial balance");
            assertThat(other.page().locator("h1")).hasText("Journal entries");
        }
    }

    @Test
    void anInvoiceThatASupplierSentIsPostedAndIsInTheTrialBalance() {
        zaledje.ensure("accounting");
        byte[] file = Invoices.numbered("UI-" + System.nanoTime());
        String id = accounting.submitted(file);
        String number = accounting.invoice(id).json().path("number").asText();
        person.logIn("/accounting");

        person.page().getByText(number, new Page.GetByTextOptions().setExact(true)).click();

        assertThat(person.page()).hasURL(zaledje.url() + "/accounting/invoices/" + id);
        assertThat(person.page().locator("h1")).containsText(number);
        assertThat(person.page().locator("#entry-sums")).containsText("250.33");
        assertThat(download(person.page().getByText("Original"))).isEqualTo(file);

        person.page().locator("#post-invoice").click();

        assertThat(person.page().getByText(Pattern.compile("Posted as PUR-"))).isVisible();
        assertThat(person.page().locator("#post-invoice")).isHidden();
        String entry = accounting.invoice(id).json().path("entryNumber").asText();
        assertThat(entry).startsWith("PUR-");
        person.drawer().getByText("Trial balance").click();
        assertThat(person.page().locator("#trial-balance")).isVisible();
        assertThat(person.page().locator("#trial-balance")).containsText(firstAccount());
    }

    @Test
    void anEntryIsMadeByHand() {
        zaledje.ensure("accounting");
        int before = accounting.entries();
        person.logIn("/accounting/entries/new");
        Locator lines = person.page().locator("#entry-lines");

        person.page().getByLabel("Description").first().fill("Sale by hand");
        line(lines, 0, "120000", "Debit", "122.00");
        line(lines, 1, "760000", "Credit", "122.00");
        person.page().locator("#post-entry").click();

        assertThat(person.page().getByText(Pattern.compile("Posted as GEN-"))).isVisible();
        assertThat(accounting.entries()).isEqualTo(before + 1);
    }

    @Test
    void anEntryThatIsNotBalancedIsRefusedAndStaysInItsFields() {
        zaledje.ensure("accounting");
        int before = accounting.entries();
        person.logIn("/accounting/entries/new");
        Locator lines = person.page().locator("#entry-lines");

        line(lines, 0, "120000", "Debit", "122.00");
        line(lines, 1, "760000", "Credit", "100.00");
        person.page().locator("#post-entry").click();

        assertThat(person.page().getByRole(AriaRole.ALERT).last()).containsText("accounting.entry.not-balanced");
        assertThat(lines.getByLabel("Debit").first()).hasValue("122.00");
        assertThat(accounting.entries()).isEqualTo(before);
    }

    @Test
    void theLanguageChangesAtOnceAndIsRemembered() {
        zaledje.ensure("accounting");
        person.logIn("/accounting/trial-balance");
        person.page().evaluate("window.notReloaded = true");

        person.page().locator("#language vaadin-button[lang=sl]").click();

        assertThat(person.page().locator("h1")).hasText("Bruto bilanca");
        assertThat(person.drawerEntry("accounting")).hasText("Računovodstvo");
        assertThat(person.page().locator("html")).hasAttribute("lang", "sl");
        assertThat(person.page().evaluate("window.notReloaded")).isEqualTo(true);
        person.page().reload();
        assertThat(person.page().locator("h1")).hasText("Bruto bilanca");
    }

    @Test
    void theDarkThemeIsChosenAndRemembered() {
        person.logIn("/");
        Pattern dark = Pattern.compile("dark");
        assertThat(person.page().locator("html")).not().hasAttribute("theme", dark);

        person.page().locator("#theme").click();

        assertThat(person.page().locator("html")).hasAttribute("theme", dark);
        person.page().reload();
        assertThat(person.drawer()).isVisible();
        assertThat(person.page().locator("html")).hasAttribute("theme", dark);
    }

    @Test
    void aFunctionIsInstalledAndRemovedByClicks() {
        zaledje.ensureEmpty();
        person.logIn("/functions");

        person.page().locator("[data-key=notes] .z-install").click();

        assertThat(person.drawerEntry("notes")).isVisible(new IsVisibleOptions().setTimeout(30_000));
        assertThat(zaledje.rest().get("/api/v1/notes").status()).isEqualTo(200);

        person.page().locator("[data-key=notes] .z-remove").click();
        person.page().locator("vaadin-confirm-dialog-overlay, vaadin-dialog-overlay").getByText("Remove",
                new Locator.GetByTextOptions().setExact(true)).click();

        assertThat(person.drawerEntry("notes")).isHidden(
                new IsHiddenOptions().setTimeout(30_000));
        zaledje.awaitNoFunction("notes");
    }

    @Test
    void aCorruptArchiveIsShownOnTheFunctionsPage() throws Exception {
        person.logIn("/functions");

        Files.write(zaledje.deployFolder().resolve("broken.kar"), "no archive".getBytes(StandardCharsets.UTF_8));

        Locator row = person.page().locator("[data-key='broken.kar']");
        assertThat(row).containsText("Failed");
        zaledje.takeAway("broken.kar");
        assertThat(row).isHidden();
    }

    private String firstAccount() {
        return accounting.trialBalance().path("rows").get(0).path("account").asText();
    }

    private void line(Locator lines, int index, String account, String side, String amount) {
        Locator box = lines.getByLabel("Account").nth(index);
        box.fill(account);
        person.page().locator("vaadin-combo-box-item")
                .filter(new Locator.FilterOptions().setHasText(account)).first().click();
        Locator field = lines.getByLabel(side).nth(index);
        field.fill(amount);
        field.press("Tab");
    }

    private byte[] download(Locator link) {
        try (var in = person.page().waitForDownload(link::click).createReadStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
