package org.zaledje.platform.procedure.internal;

import java.util.UUID;
import javax.persistence.EmbeddedId;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.zaledje.platform.procedure.Candidate;

/** A candidate of an open task. */
@Entity
@Table(name = "prc_candidate")
public class CandidateRow {

    @EmbeddedId
    private CandidateKey key;

    protected CandidateRow() {
    }

    CandidateRow(Candidate candidate, UUID task) {
        key = new CandidateKey(candidate.toString(), task);
    }
}
