package org.zaledje.en16931.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaledje.en16931.InvoiceRules;
import org.zaledje.en16931.UnreadableDocumentException;
import org.zaledje.en16931.UnreadableDocumentException.Reason;

class UnreadableDocumentsTest {

    private static final String ROOT = "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'>";
    private static final SaxonInvoiceRules RULES = new SaxonInvoiceRules();

    @AfterAll
    static void stop() throws InterruptedException {
        RULES.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "{\"invoice\": 1}", "<Invoice>", "<a></b>", "%PDF-1.7", "<a>&undeclared;</a>",
            "<a/><b/>"})
    void whatIsNotXmlIsMalformed(String document) {
        assertRefused(Documents.utf8(document), Reason.MALFORMED);
    }

    @Test
    void theFirstUnreadablePlaceIsNamed() {
        assertThatThrownBy(() -> RULES.check(Documents.utf8("<a>\n  <b>\n</a>")))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.location())
                .isEqualTo("3:3"))
                .hasMessageContaining("must be terminated by the matching end-tag");
    }

    @Test
    void anExternalEntityIsNotRead() {
        assertRefused(Documents.utf8("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"),
                Reason.DOCTYPE);
    }

    @Test
    void anExternalSubsetIsNotRead() {
        assertRefused(Documents.utf8("<!DOCTYPE a SYSTEM 'http://127.0.0.1:9/a.dtd'><a/>"), Reason.DOCTYPE);
    }

    @Test
    void aBillionLaughsAreNotLaughed() {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'lol'>");
        for (int i = 1; i < 10; i++) {
            dtd.append("<!ENTITY l").append(i).append(" '").append(("&l" + (i - 1) + ";").repeat(10)).append("'>");
        }
        assertRefused(Documents.utf8(dtd + "]><a>&l9;</a>"), Reason.DOCTYPE);
    }

    @Test
    void bytesInAnotherEncodingThanDeclaredAreRefused() {
        String invoice = "<?xml version='1.0' encoding='UTF-8'?>" + ROOT + "Črna žaba</Invoice>";
        assertRefused(invoice.getBytes(Charset.forName("windows-1250")), Reason.ENCODING);
    }

    @Test
    void anUnknownEncodingIsRefused() {
        assertRefused(Documents.utf8("<?xml version='1.0' encoding='ebcdic-martian'?>" + ROOT + "</Invoice>"),
                Reason.ENCODING);
    }

    @Test
    void aDeclaredEncodingIsUnderstood() throws Exception {
        String invoice = "<?xml version='1.0' encoding='windows-1250'?>" + ROOT + "čšž</Invoice>";
        assertThat(RULES.read(invoice.getBytes(Charset.forName("windows-1250"))).text(".")).contains("čšž");
        String wide = "<?xml version='1.0' encoding='UTF-16'?>" + ROOT + "čšž</Invoice>";
        assertThat(RULES.read(wide.getBytes(StandardCharsets.UTF_16)).text(".")).contains("čšž");
    }

    @Test
    void anotherDocumentIsNotAnInvoice() {
        assertRefused(Documents.utf8("<html xmlns='http://www.w3.org/1999/xhtml'/>"), Reason.NOT_AN_INVOICE);
        assertRefused(Documents.utf8("<Invoice/>"), Reason.NOT_AN_INVOICE);
    }

    @Test
    void deepNestingIsRefused() {
        assertRefused(Documents.utf8(ROOT + "<a>".repeat(100_000)), Reason.LIMIT);
    }

    @Test
    void aNumberThatWouldTakeMinutesIsRefused() {
        assertRefused(Documents.utf8(ROOT + "<a>" + "9".repeat(1_000_000) + "</a></Invoice>"), Reason.LIMIT);
    }

    @Test
    void aDocumentThatIsTooLargeIsRefused() {
        byte[] padded = new byte[InvoiceRules.DOCUMENT_BYTES_MAX + 1];
        Arrays.fill(padded, (byte) ' ');
        assertRefused(padded, Reason.LIMIT);
    }

    private static void assertRefused(byte[] document, Reason reason) {
        assertThatThrownBy(() -> RULES.check(document))
                .isInstanceOfSatisfying(UnreadableDocumentException.class, e -> assertThat(e.reason())
                .isEqualTo(reason));
    }
}
