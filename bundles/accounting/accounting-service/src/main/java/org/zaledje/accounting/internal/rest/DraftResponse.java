package org.zaledje.accounting.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.zaledje.accounting.ledger.EntryDraft;

/** An entry that is proposed. It can be sent back to be posted. */
@Schema(name = "EntryProposal", description = "A journal entry that can be posted as it is or changed.")
record DraftResponse(LocalDate date, String journal, String description, List<EntryResponse.Line> lines) {

    static DraftResponse of(EntryDraft draft) {
        return new DraftResponse(draft.date(), draft.journal(), draft.description(),
                draft.lines().stream().map(EntryResponse.Line::of).toList());
    }
}
