package org.zaledje.tests.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** What can't be taken gets a clear problem, stores nothing, and is no error of the platform. */
@ExtendWith(ZaledjeExtension.class)
class BadInputIT {

    private static final String INVOICES = "/api/v1/accounting/invoices";
    private static final String ENTRIES = "/api/v1/accounting/entries";
    private static final int PADDING_BYTES = 50 * 1024 * 1024;

    private final Zaledje zaledje;
    private final Accounting accounting;
    private int invoicesBefore;
    private int entriesBefore;
    private long errorsBefore;

    BadInputIT(Zaledje zaledje) {
        this.zaledje = zaledje;
        accounting = new Accounting(zaledje.rest());
    }

    @BeforeEach
    void remember() throws IOException {
        zaledje.ensure("accounting");
        invoicesBefore = accounting.invoices();
        entriesBefore = accounting.entries();
        errorsBefore = errorsInTheLog();
    }

    @AfterEach
    void nothingIsStoredAndNothingIsLoggedAsAnErrorOfThePlatform() throws IOException {
        assertThat(accounting.invoices()).isEqualTo(invoicesBefore);
        assertThat(accounting.entries()).isEqualTo(entriesBefore);
        assertThat(errorsInTheLog()).as(zaledje.log()).isEqualTo(errorsBefore);
    }

    private long errorsInTheLog() throws IOException {
        try (Stream<String> lines = Files.lines(zaledje.data().resolve("log/zaledje.log"))) {
            return lines.filter(line -> line.contains(" ERROR ") || line.startsWith("\tat ")).count();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/accounting/..%2F..%2Flogin", "/api/v1/%2e%2e/%2e%2e/login", "/soap/..;/login"})
    void aPathThatLeadsElsewhereOnceItIsDecodedLeadsNowhere(String path) {
        Answer answer = zaledje.rest().get(path);
        assertThat(answer.status()).as(answer.toString()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "no XML", "<Invoice>", "{\"number\":1}", "<a/><b/>"})
    void whatIsNoXmlIsUnreadable(String body) {
        Answer answer = accounting.submit(body.getBytes(StandardCharsets.UTF_8));

        assertProblem(answer, 400, "accounting.invoice.malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<note/>", "<Invoice/>", "<Invoice xmlns='urn:somebody:else'/>"})
    void whatIsNoKnownDocumentIsSaidToBeUnknown(String body) {
        Answer answer = accounting.submit(body.getBytes(StandardCharsets.UTF_8));

        assertProblem(answer, 422, "accounting.invoice.unknown-document");
    }

    @Test
    void anExternalEntityIsNeitherReadNorFetched(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "the secret of this machine");
        try (ServerSocket listener = new ServerSocket(0)) {
            Answer file = accounting.submit(withEntity("SYSTEM \"" + secret.toUri() + "\""));
            String place = "http://localhost:" + listener.getLocalPort() + "/x";
            Answer http = accounting.submit(withEntity("SYSTEM \"" + place + "\""));

            assertProblem(file, 400, "accounting.invoice.doctype");
            assertThat(file.text()).doesNotContain("the secret of this machine");
            assertProblem(http, 400, "accounting.invoice.doctype");
            assertThat(someoneCalls(listener)).isFalse();
        }
    }

    @Test
    void anExternalDocumentTypeIsNotFetched() throws IOException {
        try (ServerSocket listener = new ServerSocket(0)) {
            String doctype = "<!DOCTYPE Invoice SYSTEM \"http://localhost:" + listener.getLocalPort() + "/x.dtd\">";

            Answer answer = accounting.submit(withDoctype(doctype, "12115118"));

            assertProblem(answer, 400, "accounting.invoice.doctype");
            assertThat(someoneCalls(listener)).isFalse();
        }
    }

    @Test
    void aBillionLaughsAreAnsweredWithinTwoSeconds() {
        accounting.validate(Invoices.fresh());
        StringBuilder doctype = new StringBuilder("<!DOCTYPE Invoice [<!ENTITY a0 \"ha\">");
        for (int i = 1; i <= 30; i++) {
            doctype.append("<!ENTITY a%d \"%s\">".formatted(i, "&a%d;".formatted(i - 1).repeat(10)));
        }
        long start = System.nanoTime();

        Answer answer = accounting.submit(withDoctype(doctype + "]>", "&a30;"));

        assertProblem(answer, 400, "accounting.invoice.doctype");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void fiftyMegabytesOfPaddingAreTooLarge() {
        byte[] padded = padded();

        Answer announced = zaledje.rest().post(INVOICES, Rest.XML, BodyPublishers.ofByteArray(padded));
        Answer streamed = zaledje.rest().post(INVOICES, Rest.XML,
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(padded)));

        assertProblem(announced, 413, "body.too-large");
        assertProblem(streamed, 413, "body.too-large");
    }

    @Test
    void anInvoiceInAnotherEncodingThanItDeclaresIsUnreadable() {
        String text = new String(Invoices.changed("De Koksmaat", "Čebelica"), StandardCharsets.UTF_8);
        byte[] latin = text.replace("Č", "\u00c8").getBytes(StandardCharsets.ISO_8859_1);

        Answer answer = accounting.submit(latin);

        assertProblem(answer, 400, "accounting.invoice.wrong-encoding");
    }

    @Test
    void anUnbalancedEntryIsRefused() {
        Answer answer = accounting.postEntry(Accounting.entry("122.00", "100.00", "21.99"));

        assertProblem(answer, 422, "accounting.entry.invalid");
        assertThat(answer.violation("accounting.entry.not-balanced")).isPresent();
    }

    @Test
    void everyBrokenRuleOfAnEntryIsTold() {
        Answer answer = accounting.postEntry("""
                {"date":"2026-01-31","journal":"NONE","description":"x","lines":[
                 {"account":"999999999","debit":"-1.00"},{"account":"760000","debit":"1.00","credit":"1.001"}]}
                """);

        assertProblem(answer, 422, "accounting.entry.invalid");
        assertThat(List.of("unknown-journal", "unknown-account", "negative-amount", "debit-or-credit", "scale"))
                .allSatisfy(rule -> assertThat(answer.violation("accounting.entry." + rule)).as(rule).isPresent());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                                  | json.malformed
            {"date":"2026-01-31","journal":"GEN","lines":[],"surplus":1}       | json.unknown-member
            {"date":"2026-01-31","journal":"GEN","lines":"none"}               | json.wrong-type
            {"date":"2026-01-31","journal":"GEN","lines":[{"account":"120000","debit":122.00}]} | json.wrong-type
            {"date":"2026-01-31","journal":"GEN","lines":[{"account":"120000","debit":"1e9"}]}  | json.wrong-type
            null                                                               | json.empty
            """)
    void jsonThatDoesNotFitIsToldByItsPlace(String body, String code) {
        Answer answer = accounting.postEntry(body);

        assertProblem(answer, 400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"lines\":[]}", "{\"lines\":[{}]}", "{\"date\":\"2026-13-45\",\"lines\":[null]}"})
    void anEntryThatLacksWhatItNeedsIsRefused(String body) {
        Answer answer = accounting.postEntry(body);

        assertThat(answer.status()).as(answer.toString()).isIn(400, 422);
        assertThat(answer.mediaType()).isEqualTo("application/problem+json");
        assertThat(answer.code()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {INVOICES, ENTRIES})
    void aBodyOfAFormatThatIsNotTakenIsRefused(String path) {
        Answer answer = zaledje.rest().post(path, "text/plain", "x".getBytes(StandardCharsets.UTF_8));

        assertProblem(answer, 415, "format.unsupported");
    }

    @Test
    void whoHasNoLoginIsAskedForOne() {
        Answer answer = zaledje.anonymous().post(ENTRIES, Accounting.sale());

        assertProblem(answer, 401, "auth.required");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
    }

    @Test
    void whoHasAWrongPasswordIsNotLetIn() {
        Rest anonymous = zaledje.anonymous();
        Rest garbled = anonymous.with("Authorization", "Basic !!!");
        List.of(anonymous.as("nobody", "wrong"), anonymous.as("nobody", ""), garbled)
                .forEach(caller -> assertProblem(caller.post(ENTRIES, Accounting.sale()), 401, "auth.failed"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/accounting/invoices/none, 404, path.not-found",
        "GET, /api/v1/accounting/invoices/00000000-0000-7000-8000-000000000000, 404, accounting.invoice.not-found",
        "GET, /api/v1/accounting/entries?cursor=broken, 400, paging.cursor-invalid",
        "GET, /api/v1/accounting/entries?limit=many, 400, list.parameter-unreadable",
        "GET, /api/v1/nothing/at/all, 404, function.not-installed",
        "DELETE, /api/v1/accounting/entries, 405, method.not-allowed"})
    void whatIsNotThereIsSaidNotToBe(String method, String path, int status, String code) {
        assertProblem(zaledje.rest().send(method, path, BodyPublishers.noBody()), status, code);
    }

    @Test
    void problemsAreToldInTheCallersLanguage() {
        Accounting slovenian = new Accounting(zaledje.rest().with("Accept-Language", "sl"));

        Answer answer = slovenian.postEntry(Accounting.entry("1", "2", "3"));

        assertProblem(answer, 422, "accounting.entry.invalid");
        assertThat(answer.header("Content-Language")).isEqualTo("sl");
        assertThat(answer.json().path("title").asText()).isNotEqualTo("Rules broken").isNotBlank();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.mediaType()).as(answer.toString()).isEqualTo("application/problem+json");
        assertThat(answer.code()).as(answer.toString()).isEqualTo(code);
        assertThat(answer.json().path("detail").asText()).isNotBlank();
        assertThat(answer.text()).doesNotContain("Exception", "\tat ");
    }

    private static byte[] withEntity(String definition) {
        return withDoctype("<!DOCTYPE Invoice [<!ENTITY e " + definition + ">]>", "&e;");
    }

    private static byte[] withDoctype(String doctype, String number) {
        String invoice = new String(Invoices.numbered(number), StandardCharsets.UTF_8);
        return invoice.replaceFirst("<Invoice", doctype + "<Invoice").getBytes(StandardCharsets.UTF_8);
    }

    private static boolean someoneCalls(ServerSocket listener) throws IOException {
        listener.setSoTimeout(200);
        try {
            listener.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    /** An invoice with many blanks in a comment after it. */
    private static byte[] padded() {
        String invoice = new String(Invoices.fresh(), StandardCharsets.UTF_8);
        return (invoice + "<!--" + " ".repeat(PADDING_BYTES) + "-->").getBytes(StandardCharsets.UTF_8);
    }
}
