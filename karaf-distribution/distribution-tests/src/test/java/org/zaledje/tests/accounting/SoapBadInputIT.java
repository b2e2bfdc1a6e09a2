package org.zaledje.tests.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** Messages that no generated client would send get a fault with a code, and store nothing. */
@ExtendWith(ZaledjeExtension.class)
class SoapBadInputIT {

    private static final String START = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "
            + "xmlns:a=\"urn:zaledje:accounting\"><s:Body>";
    private static final String END = "</s:Body></s:Envelope>";
    private static final int PADDING_BYTES = 50 * 1024 * 1024;

    private final Zaledje zaledje;
    private final Accounting accounting;
    private int invoicesBefore;

    SoapBadInputIT(Zaledje zaledje) {
        this.zaledje = zaledje;
        accounting = new Accounting(zaledje.rest());
    }

    @BeforeEach
    void remember() {
        zaledje.ensure("accounting");
        invoicesBefore = accounting.invoices();
    }

    @AfterEach
    void nothingIsStored() {
        assertThat(accounting.invoices()).isEqualTo(invoicesBefore);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no XML", "<a/>", "{}", "<s:Envelope>"})
    void whatIsNoSoapMessageIsAFault(String body) {
        Answer answer = send(zaledje.rest(), body);

        assertThat(answer.text()).as(answer.toString()).contains("Fault", ">400<").doesNotContain("Exception");
    }

    @Test
    void anExternalEntityIsNotRead(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret of this machine");
        String doctype = "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";

        Answer answer = send(zaledje.rest(), doctype + START + "<a:getInvoice><a:id>&e;</a:id></a:getInvoice>" + END);

        assertFault(answer, "soap.malformed");
        assertThat(answer.text()).doesNotContain("the secret of this machine");
    }

    @Test
    void aBillionLaughsAreAnsweredWithinTwoSeconds() {
        StringBuilder doctype = new StringBuilder("<!DOCTYPE a [<!ENTITY a0 \"ha\">");
        for (int i = 1; i <= 30; i++) {
            doctype.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        long start = System.nanoTime();

        Answer answer = send(zaledje.rest(),
                doctype + "]>" + START + "<a:getInvoice><a:id>&a30;</a:id></a:getInvoice>" + END);

        assertFault(answer, "soap.malformed");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void fiftyMegabytesOfPaddingAreTooLarge() {
        Answer answer = send(zaledje.rest(), START + "<!--" + " ".repeat(PADDING_BYTES) + "-->" + END);

        assertFault(answer, "body.too-large");
    }

    @Test
    void anUnknownOperationIsAFault() {
        assertFault(send(zaledje.rest(), START + "<a:burnInvoices/>" + END), "soap.unknown-operation");
    }

    @Test
    void aDocumentThatIsNoInvoiceIsAFaultWithTheSameCodeAsOverRest() {
        String submission = START + "<a:submitInvoice><note xmlns=\"\"/></a:submitInvoice>" + END;

        assertFault(send(zaledje.rest(), submission), "accounting.invoice.unknown-document");
        assertThat(accounting.submit("<note/>".getBytes(StandardCharsets.UTF_8)).code())
                .isEqualTo("accounting.invoice.unknown-document");
    }

    @Test
    void whoHasNoLoginOrAWrongOneIsNotLetIn() {
        String call = START + "<a:getTrialBalance/>" + END;

        Answer without = send(zaledje.anonymous(), call);
        Answer wrong = send(zaledje.anonymous().as("nobody", "wrong"), call);

        assertThat(without.status()).isEqualTo(401);
        assertFault(without, "auth.required");
        assertThat(wrong.status()).isEqualTo(401);
        assertFault(wrong, "auth.failed");
    }

    private static Answer send(Rest caller, String message) {
        return caller.post("/soap/accounting", "text/xml;charset=UTF-8", message.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertFault(Answer answer, String code) {
        assertThat(answer.mediaType()).as(answer.toString()).isEqualTo("text/xml");
        assertThat(answer.text()).contains("Fault", ">" + code + "<").doesNotContain("Exception", "\tat ");
    }
}
