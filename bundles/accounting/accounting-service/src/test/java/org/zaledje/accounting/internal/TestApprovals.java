package org.zaledje.accounting.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.procedure.Candidate;
import org.zaledje.platform.procedure.Procedure;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.ProcedureRun;
import org.zaledje.platform.procedure.ProcedureType;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.text.LocalizedText;

/** Remembers who was asked to approve; a test says whether anybody has to be, and what became of it. */
public final class TestApprovals implements Procedures {

    /** What was sent on its way. */
    public record Started(RecordRef record, String subject, Map<String, String> facts, Set<String> makers) {
    }

    public final List<Started> started = new CopyOnWriteArrayList<>();
    public final Map<RecordRef, ProcedureRun.State> states = new HashMap<>();
    public volatile boolean asks;

    @Override
    public boolean asks(String procedure, Map<String, String> facts) {
        return asks;
    }

    @Override
    public ProcedureRun start(String procedure, RecordRef record, String subject, Map<String, String> facts, Set<String> makers) {
        started.add(new Started(record, subject, facts, makers));
        states.put(record, ProcedureRun.State.RUNNING);
        return null;
    }

    @Override
    public ProcedureRun resume(RecordRef record, String subject, Map<String, String> facts) {
        states.put(record, ProcedureRun.State.RUNNING);
        return null;
    }

    @Override
    public Optional<ProcedureRun.State> state(RecordRef record) {
        return Optional.ofNullable(states.get(record));
    }

    @Override
    public void withdraw(RecordRef record, String reason) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ProcedureRun> latest(RecordRef record) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<ProcedureRun> run(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LocalizedText titleOf(Candidate candidate) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<ProcedureType> types() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Procedure> current(String procedure) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Procedure> versions(String procedure) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Procedure publish(String procedure, ExpectedVersion expected, ProcedurePlan plan) {
        throw new UnsupportedOperationException();
    }
}
