package org.zaledje.accounting.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.accounting.internal.TestCallers;
import org.zaledje.accounting.invoice.ValidationReport;
import org.zaledje.en16931.internal.SaxonInvoiceRules;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.problem.Violation.Severity;

class InvoiceChecksTest {

    private static InvoiceChecks checks;

    @BeforeAll
    static void start() {
        checks = new InvoiceChecks(new SaxonInvoiceRules(), new TestCallers());
    }

    @Test
    void warningsDoNotForbid() {
        String document = TestAccounting.documentText("ubl-tc434-example4.xml")
                .replaceFirst("<cbc:ID>", "<cbc:ProfileExecutionID>1</cbc:ProfileExecutionID><cbc:ID>");

        ValidationReport report = checks.validate(document.getBytes(StandardCharsets.UTF_8));

        assertThat(report.valid()).isTrue();
        assertThat(report.violations()).extracting(Violation::severity).containsExactly(Severity.WARNING);
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                Arguments.of("", Kind.UNREADABLE, "accounting.invoice.malformed"),
                Arguments.of("{\"invoice\":1}", Kind.UNREADABLE, "accounting.invoice.malformed"),
                Arguments.of("<Invoice>", Kind.UNREADABLE, "accounting.invoice.malformed"),
                Arguments.of("<?xml version='1.0' encoding='UTF-8'?><a>Črna žaba</a>",
                        Kind.UNREADABLE, "accounting.invoice.wrong-encoding"),
                Arguments.of("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
                        Kind.UNREADABLE, "accounting.invoice.doctype"),
                Arguments.of("<!DOCTYPE a [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><a>&b;</a>",
                        Kind.UNREADABLE, "accounting.invoice.doctype"),
                Arguments.of("<a>".repeat(1000), Kind.TOO_LARGE, "accounting.invoice.beyond-limits"),
                Arguments.of("<a>" + "1".repeat(2000) + "</a>", Kind.TOO_LARGE, "accounting.invoice.beyond-limits"),
                Arguments.of("<html/>", Kind.RULES_BROKEN, "accounting.invoice.unknown-document"));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatCantBeCheckedIsToldInBothLanguages(String document, Kind kind, String code) {
        assertThatThrownBy(() -> checks.validate(document.getBytes(Charset.forName("windows-1250"))))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.kind()).isEqualTo(kind);
                    assertThat(e.code()).isEqualTo(code);
                    String english = e.detail().in(Locale.ENGLISH);
                    assertThat(english).isNotEqualTo(code).doesNotContain("{0}", "root:");
                    assertThat(e.detail().in(new Locale("sl"))).isNotEqualTo(english);
                });
    }

    @Test
    void anUnknownDocumentIsNamed() {
        assertThatThrownBy(() -> checks.validate("<x:html xmlns:x='urn:x'/>".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("{urn:x}html");
    }
}
