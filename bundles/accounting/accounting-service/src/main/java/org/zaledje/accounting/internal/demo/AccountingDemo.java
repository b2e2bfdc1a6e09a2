package org.zaledje.accounting.internal.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.accounting.internal.AccountingFunction;
import org.zaledje.accounting.invoice.ReceivedInvoice;
import org.zaledje.accounting.invoice.ReceivedInvoice.State;
import org.zaledje.accounting.invoice.ReceivedInvoices;
import org.zaledje.accounting.ledger.EntryDraft;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.accounting.ledger.Ledger;
import org.zaledje.platform.demo.DemoData;
import org.zaledje.platform.paging.PageRequest;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;

/** Received invoices of invented suppliers, some of them posted, and entries made by hand. */
@Component
public final class AccountingDemo implements DemoData {

    static final List<String> INVOICES = List.of("papirnica-2026-118.xml", "elektro-2601-0077.xml", "servis-44.xml",
            "prevozi-2026-0009.xml", "papirnica-dobropis-2026-7.xml");

    /** Which of them are posted, and to which expense account. */
    static final Map<String, String> POSTED = Map.of("papirnica-2026-118.xml", "406000", "elektro-2601-0077.xml",
            "402000");

    private final ReceivedInvoices invoices;
    private final Ledger ledger;

    @Activate
    public AccountingDemo(@Reference ReceivedInvoices invoices, @Reference Ledger ledger) {
        this.invoices = invoices;
        this.ledger = ledger;
    }

    @Override
    public String functionId() {
        return AccountingFunction.ID;
    }

    @Override
    public void load() {
        Set<String> made = ledger.entries(PageRequest.first(PageRequest.LIMIT_MAX)).items().stream()
                .map(JournalEntry::description).collect(Collectors.toSet());
        DemoEntries.ALL.stream().filter(entry -> !made.contains(entry.description())).forEach(ledger::post);
        INVOICES.forEach(this::receive);
    }

    private void receive(String file) {
        UUID id = submitOnce(read(file));
        boolean received = invoices.find(id).map(ReceivedInvoice::state).filter(State.RECEIVED::equals).isPresent();
        if (received && POSTED.containsKey(file)) {
            invoices.post(id, withExpense(invoices.propose(id), POSTED.get(file)));
        }
    }

    private UUID submitOnce(byte[] document) {
        try {
            return invoices.submit(document).id();
        } catch (ProblemException e) {
            if (e.kind() != Kind.CONFLICT) {
                throw e;
            }
            return UUID.fromString(e.members().get("invoiceId"));
        }
    }

    /** A proposal has the expense in its first line. */
    private static EntryDraft withExpense(EntryDraft proposal, String account) {
        List<EntryLine> lines = new ArrayList<>(proposal.lines());
        EntryLine expense = lines.get(0);
        lines.set(0, new EntryLine(account, expense.debit(), expense.credit(), expense.description()));
        return new EntryDraft(proposal.date(), proposal.journal(), proposal.description(), lines);
    }

    static byte[] read(String file) {
        try (InputStream in = AccountingDemo.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
