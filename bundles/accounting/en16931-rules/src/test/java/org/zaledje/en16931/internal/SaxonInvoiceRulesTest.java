package org.zaledje.en16931.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zaledje.en16931.Finding;
import org.zaledje.en16931.Finding.Severity;
import org.zaledje.en16931.InvoiceNode;
import org.zaledje.en16931.Syntax;

class SaxonInvoiceRulesTest {

    private static SaxonInvoiceRules rules;

    @BeforeAll
    static void compile() {
        rules = new SaxonInvoiceRules();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        rules.stop();
    }

    @ParameterizedTest
    @CsvSource({
        "guide-example1.xml, UBL_INVOICE",
        "ubl-tc434-example1.xml, UBL_INVOICE",
        "ubl-tc434-example4.xml, UBL_INVOICE",
        "ubl-tc434-creditnote1.xml, UBL_CREDIT_NOTE",
        "CII_example1.xml, CII"})
    void thePublishersExamplesAreValid(String file, Syntax syntax) throws Exception {
        var checked = rules.check(Documents.file(file));

        assertThat(checked.syntax()).isEqualTo(syntax);
        assertThat(checked.findings()).isEmpty();
    }

    @Test
    void aBrokenTotalIsFoundWithTheStandardsRuleAndAReadablePlace() throws Exception {
        String broken = Documents.text("ubl-tc434-example4.xml")
                .replaceFirst("(<cbc:TaxInclusiveAmount[^>]*>)[^<]*", "$199999.00");

        List<Finding> findings = rules.check(Documents.utf8(broken)).findings();

        assertThat(findings).extracting(Finding::rule).contains("BR-CO-15", "BR-CO-16");
        Finding finding = findings.stream().filter(f -> f.rule().equals("BR-CO-15")).findFirst().orElseThrow();
        assertThat(finding.severity()).isEqualTo(Severity.ERROR);
        assertThat(finding.location()).isEqualTo("/Invoice[1]");
        assertThat(finding.message()).startsWith("[BR-CO-15]");
    }

    @Test
    void theRulesOfCrossIndustryInvoicesAreRunToo() throws Exception {
        String broken = Documents.text("CII_example1.xml").replaceFirst("<ram:ID>12115118</ram:ID>", "");

        assertThat(rules.check(Documents.utf8(broken)).findings()).extracting(Finding::rule).contains("BR-02");
    }

    @Test
    void aDocumentThatBreaksTheSchemaHasItsRulesCheckedAllTheSame() throws Exception {
        String broken = Documents.text("ubl-tc434-example4.xml")
                .replaceFirst("(?s)<cbc:ID>.*?</cbc:ID>", "<cbc:Oops/>");

        List<Finding> findings = rules.check(Documents.utf8(broken)).findings();

        assertThat(findings).extracting(Finding::rule).contains(Finding.SCHEMA, "BR-02");
        assertThat(findings.get(0).rule()).isEqualTo(Finding.SCHEMA);
        assertThat(findings.get(0).location()).matches("\\d+:\\d+");
    }

    @Test
    void aFragmentIsCheckedWithoutFailing() throws Exception {
        var checked = rules.check(Documents.utf8(
                "<Invoice xmlns='urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'/>"));

        assertThat(checked.findings()).extracting(Finding::rule).contains("XSD", "BR-01", "BR-02", "BR-05", "BR-16");
    }

    @Test
    void onlyAWarningIsAWarning() throws Exception {
        String withMore = Documents.text("ubl-tc434-example4.xml")
                .replaceFirst("<cbc:ID>", "<cbc:ProfileExecutionID>1</cbc:ProfileExecutionID><cbc:ID>");

        assertThat(rules.check(Documents.utf8(withMore)).findings())
                .extracting(Finding::rule, Finding::severity)
                .containsExactly(tuple("UBL-CR-003", Severity.WARNING));
    }

    @Test
    void valuesAreReadByXPath() throws Exception {
        InvoiceNode invoice = rules.read(Documents.file("ubl-tc434-creditnote1.xml"));

        assertThat(invoice.text("cbc:DocumentCurrencyCode")).isPresent();
        assertThat(invoice.text("cbc:NoSuchThing")).isEmpty();
        List<InvoiceNode> lines = invoice.nodes("cac:CreditNoteLine");
        assertThat(lines).isNotEmpty();
        assertThat(lines.get(0).text("cac:Item/cbc:Name")).isPresent();
    }

    @Test
    void manyThreadsGetTheSameAnswer() throws Exception {
        byte[] invoice = Documents.file("ubl-tc434-example1.xml");
        rules.check(invoice);
        int documents = 800;
        long start = System.nanoTime();
        for (Finding finding : checkIn(8, documents, invoice)) {
            Assertions.fail(finding.toString());
        }
        System.out.printf("8 threads: %.1f documents a second%n", documents * 1e9 / (System.nanoTime() - start));
    }

    @Test
    void aLongInvoiceTakesTimeInProportionToItsLines() throws Exception {
        cpuNanos(Documents.withLines(200));
        long some = cpuNanos(Documents.withLines(1_000));
        long many = cpuNanos(Documents.withLines(8_000));

        assertThat(many).isLessThan(3 * 8 * some);
    }

    private static long cpuNanos(byte[] invoice) throws Exception {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        rules.check(invoice);
        return threads.getCurrentThreadCpuTime() - before;
    }

    private static List<Finding> checkIn(int threads, int documents, byte[] invoice) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<List<Finding>>> answers = new ArrayList<>();
            for (int i = 0; i < documents; i++) {
                answers.add(pool.submit(() -> rules.check(invoice).findings()));
            }
            List<Finding> all = new ArrayList<>();
            for (Future<List<Finding>> answer : answers) {
                all.addAll(answer.get());
            }
            return all;
        } finally {
            pool.shutdown();
        }
    }
}
