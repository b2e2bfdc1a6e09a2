package org.zaledje.tests.container;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.container.KarafExtension.Karaf;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Rest;

/** A function that was used through every door leaves no class loader behind when it goes. */
@ExtendWith({KarafExtension.class, BrowserExtension.class})
class ClassLoaderIT {

    private static final int CYCLES = 10;

    private final Karaf karaf;
    private final Browser browser;

    ClassLoaderIT(Karaf karaf, Browser browser) {
        this.karaf = karaf;
        this.browser = browser;
    }

    @Test
    void noClassLoaderIsLeftAfterTenCyclesOfUseOverRestSoapAndInTheBrowser() throws Exception {
        try (InContainer probe = karaf.probe(FunctionsProbe.class)) {
            try (Person person = browser.person(karaf.url())) {
                person.logIn("/");
                for (int cycle = 0; cycle < CYCLES; cycle++) {
                    probe.call("install");
                    probe.call("rememberItsClassLoaders");
                    useOverRest();
                    useOverSoap();
                    useInBrowser(person);
                    probe.call("remove");
                    assertThat(person.drawerEntry("accounting")).isHidden();
                }
                person.follow("/");
                assertThat(person.page().locator("#home")).isVisible();
            }
            probe.call("noneOfItsClassLoadersIsLeft");
        }
    }

    private void useOverRest() {
        Accounting accounting = new Accounting(karaf.rest());
        String invoice = accounting.submitted(Invoices.fresh());
        assertThat(accounting.post(invoice).status()).isEqualTo(201);
        accounting.posted(Accounting.sale());
        assertThat(karaf.rest().get("/api/openapi.json").json().path("paths").has("/api/v1/accounting/entries"))
                .isTrue();
    }

    private void useOverSoap() {
        String call = """
                <Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>
                  <getTrialBalance xmlns="urn:zaledje:accounting"/>
                </Body></Envelope>
                """;
        var answer = karaf.rest().post("/soap/accounting", "text/xml", call.getBytes());
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(Rest.at(karaf.url()).get("/soap/accounting?wsdl").status()).isEqualTo(200);
    }

    private static void useInBrowser(Person person) {
        person.follow("/accounting");
        Locator invoices = person.page().locator("vaadin-grid-cell-content a");
        assertThat(invoices.first()).isVisible();
        invoices.first().click();
        assertThat(person.page().getByText("De Koksmaat").first()).isVisible();
        person.follow("/accounting/entries/new");
        assertThat(person.page().locator("#entry-lines")).isVisible();
        person.follow("/accounting/trial-balance");
        assertThat(person.page().locator("#trial-balance")).isVisible();
    }
}
