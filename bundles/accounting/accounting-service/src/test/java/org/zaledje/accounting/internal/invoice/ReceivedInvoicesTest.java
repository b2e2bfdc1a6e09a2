package org.zaledje.accounting.internal.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.internal.TestAccounting;
import org.zaledje.accounting.internal.TestCompanies;
import org.zaledje.accounting.invoice.OriginalDocument;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.invoice.ReceivedInvoice.State;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.security.Caller;
import org.zaledje.testkit.Engine;

class ReceivedInvoicesTest {

    private static final String INVOICE = "ubl-tc434-example4.xml";

    private TestAccounting accounting;

    @AfterEach
    void close() {
        accounting.close();
    }

    @ParameterizedTest
    @EnumSource
    void aValidInvoiceIsKeptWithItsOriginal(Engine engine) {
        accounting = new TestAccounting(engine);
        byte[] document = TestAccounting.document(INVOICE);

        ReceivedInvoice stored = accounting.invoices.submit(document);

        assertThat(accounting.invoices.find(stored.id())).contains(stored);
        assertThat(stored.kind()).isEqualTo(ReceivedInvoice.Kind.INVOICE);
        assertThat(stored.number()).isEqualTo("TOSL110");
        assertThat(stored.issueDate()).isEqualTo(LocalDate.parse("2013-04-10"));
        assertThat(stored.dueDate()).contains(LocalDate.parse("2013-05-10"));
        assertThat(stored.sellerName()).isEqualTo("SellerCompany");
        assertThat(stored.sellerId()).isEqualTo("DK16356706");
        assertThat(stored.currency().getCurrencyCode()).isEqualTo("DKK");
        assertThat(stored.totalAmount()).isEqualTo(stored.netAmount().add(stored.vatAmount()));
        assertThat(stored.lines()).hasSizeGreaterThan(1);
        assertThat(stored.state()).isEqualTo(State.RECEIVED);
        assertThat(stored.receivedAt()).isEqualTo(TestAccounting.NOW);
        OriginalDocument original = accounting.invoices.original(stored.id()).orElseThrow();
        assertThat(original.content()).isEqualTo(document);
        assertThat(original.fileName()).isEqualTo("TOSL110.xml");
        assertThat(accounting.invoices.find(new UUID(1, 2))).isEmpty();
        assertThat(accounting.invoices.original(new UUID(1, 2))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everySyntaxIsRead(Engine engine) {
        accounting = new TestAccounting(engine);

        ReceivedInvoice credit = accounting.invoices.submit(TestAccounting.document("ubl-tc434-creditnote1.xml"));
        ReceivedInvoice cii = accounting.invoices.submit(TestAccounting.document("CII_example1.xml"));

        assertThat(credit.kind()).isEqualTo(ReceivedInvoice.Kind.CREDIT_NOTE);
        assertThat(cii.number()).isEqualTo("12115118");
        assertThat(cii.issueDate()).isEqualTo(LocalDate.parse("2015-01-09"));
        assertThat(cii.currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(cii.totalAmount()).isEqualTo(cii.netAmount().add(cii.vatAmount()));
        assertThat(cii.lines()).hasSizeGreaterThan(1).allSatisfy(line -> assertThat(line.description()).isNotEmpty());
        assertThat(accounting.invoices.list(PageRequest.first(10)).items())
                .extracting(ReceivedInvoice::id).containsExactly(cii.id(), credit.id());
    }

    @ParameterizedTest
    @EnumSource
    void anInvoiceThatBreaksRulesIsRefusedWithAllOfThem(Engine engine) {
        accounting = new TestAccounting(engine);
        String broken = TestAccounting.documentText(INVOICE)
                .replaceFirst("(<cbc:TaxInclusiveAmount[^>]*>)[^<]*", "$11.00")
                .replaceFirst("<cbc:IssueDate>[^<]*</cbc:IssueDate>", "");

        assertThatThrownBy(() -> accounting.invoices.submit(broken.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.RULES_BROKEN);
                    assertThat(e.code()).isEqualTo("accounting.invoice.rules-broken");
                    assertThat(e.violations()).extracting(Violation::rule).contains("XSD", "BR-03", "BR-CO-15");
                });
        assertThat(accounting.invoices.list(PageRequest.first(10)).items()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theSameInvoiceIsTakenOnce(Engine engine) {
        accounting = new TestAccounting(engine);
        ReceivedInvoice first = accounting.invoices.submit(TestAccounting.document(INVOICE));

        assertThatThrownBy(() -> accounting.invoices.submit(TestAccounting.document(INVOICE)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.kind()).isEqualTo(Kind.CONFLICT);
                    assertThat(e.code()).isEqualTo("accounting.invoice.duplicate");
                    assertThat(e.members()).containsEntry("invoiceId", first.id().toString());
                });
        accounting.companies.choose(TestCompanies.SECOND);
        assertThat(accounting.invoices.submit(TestAccounting.document(INVOICE)).id()).isNotEqualTo(first.id());
    }

    @ParameterizedTest
    @EnumSource
    void theSameInvoiceFromEightThreadsIsStoredOnceAndRefusedSevenTimes(Engine engine) throws Exception {
        accounting = new TestAccounting(engine);
        byte[] document = TestAccounting.document(INVOICE);

        List<Object> outcomes = inEightThreads(() -> accounting.invoices.submit(document).id());

        UUID stored = accounting.invoices.list(PageRequest.first(10)).items().get(0).id();
        assertThat(outcomes).containsOnlyOnce(stored);
        outcomes.remove(stored);
        assertThat(outcomes).hasSize(7).allSatisfy(outcome -> {
            ProblemException problem = (ProblemException) outcome;
            assertThat(problem.kind()).isEqualTo(Kind.CONFLICT);
            assertThat(problem.members()).containsEntry("invoiceId", stored.toString());
        });
    }

    @ParameterizedTest
    @EnumSource
    void aProposalBalancesAndFollowsTheSellersLastPosting(Engine engine) {
        accounting = new TestAccounting(engine);
        UUID first = submitInEuro("A-1");

        EntryDraft proposal = accounting.invoices.propose(first);
        assertThat(proposal.journal()).isEqualTo("PUR");
        assertThat(proposal.description()).isEqualTo("SellerCompany, A-1");
        assertThat(proposal.lines()).extracting(EntryLine::account).containsExactly("419000", "160000", "220000");

        EntryDraft chosen = new EntryDraft(proposal.date(), "PUR", "Pisarniški material", List.of(
                replace(proposal.lines().get(0), "406000"), proposal.lines().get(1),
                        replace(proposal.lines().get(2), "221000")));
        JournalEntry entry = accounting.invoices.post(first, chosen);

        assertThat(entry.number()).isEqualTo("PUR-2013-1");
        ReceivedInvoice posted = accounting.invoices.find(first).orElseThrow();
        assertThat(posted.state()).isEqualTo(State.POSTED);
        assertThat(posted.entryId()).contains(entry.id());
        assertThat(posted.entryNumber()).contains(entry.number());
        EntryDraft next = accounting.invoices.propose(submitInEuro("A-2"));
        assertThat(next.lines()).extracting(EntryLine::account).containsExactly("406000", "160000", "221000");
        assertThat(accounting.ledger.trialBalance().debit()).isEqualByComparingTo(entry.total());
    }

    @ParameterizedTest
    @EnumSource
    void aCreditNoteIsProposedTheOtherWayRound(Engine engine) {
        accounting = new TestAccounting(engine);
        String credit = TestAccounting.documentText("ubl-tc434-creditnote1.xml")
                .replaceAll("\"[A-Z]{3}\"(?=>)", "\"EUR\"")
                .replaceFirst("(<cbc:DocumentCurrencyCode[^>]*>)[A-Z]{3}", "$1EUR");
        ReceivedInvoice stored = accounting.invoices.submit(credit.getBytes(StandardCharsets.UTF_8));

        List<EntryLine> lines = accounting.invoices.propose(stored.id()).lines();

        EntryLine supplier = lines.get(lines.size() - 1);
        assertThat(supplier.account()).isEqualTo("220000");
        assertThat(supplier.debit()).isEqualTo(stored.totalAmount());
        assertThat(accounting.invoices.post(stored.id(), accounting.invoices.propose(stored.id())).total())
                .isEqualTo(stored.totalAmount());
    }

    @ParameterizedTest
    @EnumSource
    void inAnotherCurrencyTheAmountsAreLeftToFillIn(Engine engine) {
        accounting = new TestAccounting(engine);
        UUID danish = accounting.invoices.submit(TestAccounting.document(INVOICE)).id();

        assertThat(accounting.invoices.propose(danish).lines())
                .allSatisfy(line -> assertThat(line.debit().add(line.credit())).isZero());
    }

    @ParameterizedTest
    @EnumSource
    void anInvoiceIsPostedOnceHoweverManyTry(Engine engine) throws Exception {
        accounting = new TestAccounting(engine);
        UUID invoice = submitInEuro("A-1");
        EntryDraft draft = accounting.invoices.propose(invoice);

        List<Object> outcomes = inEightThreads(() -> accounting.invoices.post(invoice, draft).id());

        UUID entry = accounting.invoices.find(invoice).orElseThrow().entryId().orElseThrow();
        assertThat(outcomes).containsOnlyOnce(entry);
        outcomes.remove(entry);
        assertThat(outcomes).hasSize(7).allSatisfy(outcome -> {
            ProblemException problem = (ProblemException) outcome;
            assertThat(problem.code()).isEqualTo("accounting.invoice.already-posted");
            assertThat(problem.members()).containsEntry("entryId", entry.toString());
        });
        assertThat(accounting.ledger.entries(PageRequest.first(10)).items()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void anUnbalancedPostingLeavesTheInvoiceAsItWas(Engine engine) {
        accounting = new TestAccounting(engine);
        UUID invoice = submitInEuro("A-1");
        EntryDraft draft = accounting.invoices.propose(invoice);
        EntryDraft unbalanced = new EntryDraft(draft.date(), draft.journal(), "x", draft.lines().subList(0, 2));

        assertThatThrownBy(() -> accounting.invoices.post(invoice, unbalanced))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.code())
                .isEqualTo("accounting.entry.invalid"));
        assertThatThrownBy(() -> accounting.invoices.post(new UUID(1, 2), draft))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NOT_FOUND));
        assertThat(accounting.invoices.find(invoice).orElseThrow().state()).isEqualTo(State.RECEIVED);
    }

    @ParameterizedTest
    @EnumSource
    void listsComeInPagesLatestFirstWithoutLines(Engine engine) {
        accounting = new TestAccounting(engine);
        List<UUID> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sent.add(0, submitInEuro("A-" + i));
        }
        Page<ReceivedInvoice> first = accounting.invoices.list(PageRequest.first(3));
        Page<ReceivedInvoice> second = accounting.invoices.list(new PageRequest(3, first.next()));

        assertThat(first.items()).extracting(ReceivedInvoice::id).isEqualTo(sent.subList(0, 3));
        assertThat(second.items()).extracting(ReceivedInvoice::id).isEqualTo(sent.subList(3, 5));
        assertThat(second.next()).isEmpty();
        assertThat(first.items()).allSatisfy(invoice -> assertThat(invoice.lines()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void permissionsAreAskedFor(Engine engine) {
        accounting = new TestAccounting(engine);
        UUID invoice = submitInEuro("A-1");
        EntryDraft draft = accounting.invoices.propose(invoice);
        Caller submitter = new Caller("dobavitelj", Set.of(AccountingPermissions.INVOICE_SUBMIT), Locale.ENGLISH);
        accounting.callers.runAs(submitter, () -> {
            submitInEuro("A-2");
            assertForbidden(() -> accounting.invoices.find(invoice));
            assertForbidden(() -> accounting.invoices.list(PageRequest.first(1)));
            assertForbidden(() -> accounting.invoices.original(invoice));
            assertForbidden(() -> accounting.invoices.propose(invoice));
            assertForbidden(() -> accounting.invoices.post(invoice, draft));
            assertForbidden(() -> accounting.checks.validate(new byte[0]));
        });
    }

    private static void assertForbidden(Callable<?> work) {
        assertThatThrownBy(work::call)
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.kind()).isEqualTo(Kind.FORBIDDEN));
    }

    private UUID submitInEuro(String number) {
        String document = TestAccounting.documentText(INVOICE).replace("DKK", "EUR")
                .replaceFirst("<cbc:ID>TOSL110</cbc:ID>", "<cbc:ID>" + number + "</cbc:ID>");
        return accounting.invoices.submit(document.getBytes(StandardCharsets.UTF_8)).id();
    }

    private static EntryLine replace(EntryLine line, String account) {
        return new EntryLine(account, line.debit(), line.credit(), line.description());
    }

    private static List<Object> inEightThreads(Callable<UUID> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Future<Object>> running = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            running.add(pool.submit(() -> {
                try {
                    return work.call();
                } catch (RuntimeException e) {
                    return e;
                }
            }));
        }
        List<Object> outcomes = new ArrayList<>();
        for (Future<Object> outcome : running) {
            outcomes.add(outcome.get());
        }
        pool.shutdown();
        return outcomes;
    }
}
