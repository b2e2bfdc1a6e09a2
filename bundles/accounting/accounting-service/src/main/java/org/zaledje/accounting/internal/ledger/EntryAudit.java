package org.zaledje.accounting.internal.ledger;

import java.math.BigDecimal;
import java.util.Map;
import org.zaledje.accounting.AccountingPermissions;
import org.zaledje.accounting.AccountingRecords;
import org.zaledje.accounting.ledger.EntryLine;
import org.zaledje.accounting.ledger.JournalEntry;
import org.zaledje.platform.audit.Change;
import org.zaledje.platform.audit.Digest;
import org.zaledje.platform.audit.RecordRef;

/** What the audit trail keeps of a posted entry. */
final class EntryAudit {

    static final String TYPE = AccountingRecords.ENTRY;

    private EntryAudit() {
    }

    static Change posted(JournalEntry entry) {
        return Change.created(new RecordRef(TYPE, entry.id().toString()), AccountingPermissions.ENTRY_POST,
                Map.of("number", entry.number(), "date", entry.date().toString(), "description", entry.description(),
                        "total", entry.total().toPlainString()))
                .withDigest(digest(entry));
    }

    /** Over everything that is stored of the entry and its lines. */
    static String digest(JournalEntry entry) {
        Digest digest = new Digest().add(entry.id().toString()).add(entry.number()).add(entry.journal())
                .add(entry.date().toString()).add(entry.description()).add(plain(entry.total()))
                .add(entry.postedAt().toEpochMilli()).add(entry.postedBy()).add(entry.lines().size());
        for (EntryLine line : entry.lines()) {
            digest.add(line.account()).add(plain(line.debit())).add(plain(line.credit())).add(line.description());
        }
        return digest.hex();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
