package org.zaledje.tests.documents;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.accounting.Accounting;
import org.zaledje.tests.accounting.Invoices;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Zaledje;

/** Documents as people have them, in a real browser. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class DocumentsPageIT {

    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(10_000);

    private final Zaledje zaledje;
    private final Browser browser;

    DocumentsPageIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
    }

    @Test
    void filesOfAnInvoiceAreSentSeenReplacedDeletedAndRestored() throws IOException {
        zaledje.ensure("accounting");
        String invoice = new Accounting(zaledje.rest()).submitted(Invoices.fresh());
        try (Person person = browser.person(zaledje.url())) {
            person.logIn("/accounting/invoices/" + invoice);
            Locator documents = person.page().locator("#documents");
            send(documents.locator("#document-drop"), "delivery.png", "image/png", picture());
            Locator entry = documents.locator("[data-document]");
            assertThat(entry).isVisible(SOON);
            assertThat(entry).containsText("delivery.png");

            entry.locator("[data-action=preview]").click();
            Locator image = person.page().locator("img[alt='delivery.png']");
            assertThat(image).isVisible(SOON);
            person.page().waitForFunction("() => document.querySelector(\"img[alt='delivery.png']\").naturalWidth === 40");
            person.page().keyboard().press("Escape");

            send(entry.locator("vaadin-upload"), "delivery.txt", "text/plain", "second".getBytes(StandardCharsets.UTF_8));
            assertThat(entry.locator("[data-action=versions]")).isVisible(SOON);
            var saved = person.page().waitForDownload(() -> entry.locator("a.z-download").first().click());
            assertThat(Files.readString(saved.path())).isEqualTo("second");

            entry.locator("[data-action=delete]").click();
            assertThat(documents.getByText("Bin (1)")).isVisible(SOON);
            documents.getByText("Bin (1)").click();
            documents.locator("[data-action=restore]").click();
            assertThat(documents.locator("[data-action=delete]")).isVisible(SOON);
            assertThat(person.complaints()).isEmpty();
        }
    }

    private static void send(Locator upload, String name, String type, byte[] file) {
        upload.locator("input[type=file]").setInputFiles(new FilePayload(name, type, file));
    }

    private static byte[] picture() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
