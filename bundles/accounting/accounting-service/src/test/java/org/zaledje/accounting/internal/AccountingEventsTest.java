package org.zaledje.accounting.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zaledje.accounting.AccountingEvents;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.testkit.Engine;

/** Others are told of what happens in accounting. */
class AccountingEventsTest {

    private static final String INVOICE = "ubl-tc434-example1.xml";

    @Test
    void anInvoiceIsToldOfWhenItIsReceivedAndWhenItIsInTheLedger() {
        try (TestAccounting accounting = new TestAccounting(Engine.H2)) {
            ReceivedInvoice invoice = accounting.invoices.submit(TestAccounting.document(INVOICE));
            JournalEntry entry = accounting.invoices.post(invoice.id(), accounting.invoices.propose(invoice.id()));
            assertEquals(List.of(AccountingEvents.INVOICE_RECEIVED, AccountingEvents.ENTRY_POSTED, AccountingEvents.INVOICE_ACCEPTED),
                    accounting.events.types());
            assertEquals(List.of(invoice.id(), entry.id(), invoice.id()),
                    accounting.events.published.stream().map(RecordedEvents.Published::aggregate).toList());
            assertEquals(entry.number(), accounting.events.published.get(2).payload().get("entryNumber"));
        }
    }

    @Test
    void ofAnInvoiceThatBreaksRulesNothingIsKeptNotEvenAnEvent() {
        try (TestAccounting accounting = new TestAccounting(Engine.H2)) {
            byte[] broken = TestAccounting.documentText(INVOICE)
                    .replaceFirst("<cbc:ID>[^<]*</cbc:ID>", "").getBytes(StandardCharsets.UTF_8);
            assertThrows(ProblemException.class, () -> accounting.invoices.submit(broken));
            assertEquals(List.of(), accounting.events.types());
        }
    }
}
