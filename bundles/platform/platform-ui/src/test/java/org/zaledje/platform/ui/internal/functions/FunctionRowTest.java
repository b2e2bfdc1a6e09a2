package org.zaledje.platform.ui.internal.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.Deployment.State;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.function.InstalledFunction;
import org.zaledje.platform.text.LocalizedText;

class FunctionRowTest {

    @Test
    void whatIsShippedCanBeInstalledUntilItIs() {
        assertThat(rows(List.of(), List.of(), "hr", "ledger")).extracting(FunctionRow::key, FunctionRow::state)
                .containsExactly(
                        tuple("hr", FunctionRow.State.AVAILABLE), tuple("ledger", FunctionRow.State.AVAILABLE));
        assertThat(rows(List.of("ledger"), List.of(archive("zaledje-ledger", State.INSTALLED)), "hr", "ledger"))
                .extracting(FunctionRow::key, FunctionRow::state)
                .containsExactly(tuple("ledger", FunctionRow.State.RUNNING), tuple("hr", FunctionRow.State.AVAILABLE));
    }

    @Test
    void aRunningFunctionCanBeRemovedOnlyByItsArchive() {
        assertThat(rows(List.of("ledger"), List.of()).get(0).file()).isEmpty();
        assertThat(rows(List.of("ledger"), List.of(archive("zaledje-ledger", State.INSTALLED))).get(0).file())
                .contains("zaledje-ledger.kar");
        assertThat(rows(List.of("notes"), List.of(archive("notes", State.INSTALLED))).get(0).file())
                .contains("notes.kar");
        assertThat(rows(List.of("ledger"), List.of(archive("zaledje-ledger-extra", State.INSTALLED)))).hasSize(2);
    }

    @Test
    void anArchiveThatDoesNotRunSaysWhy() {
        Deployment unreadable = new Deployment("broken.kar", Optional.empty(), Optional.empty(), State.FAILED,
                Optional.of(LocalizedText.verbatim("It can't be read.")), Instant.EPOCH);
        assertThat(rows(List.of(), List.of(unreadable, archive("zaledje-hr", State.INSTALLING),
                archive("zaledje-it", State.INSTALLED))))
                .extracting(FunctionRow::key, FunctionRow::state)
                .containsExactly(
                        tuple("broken.kar", FunctionRow.State.FAILED),
                        tuple("zaledje-hr.kar", FunctionRow.State.INSTALLING),
                        tuple("zaledje-it.kar", FunctionRow.State.STOPPED));
        assertThat(rows(List.of(), List.of(unreadable)).get(0).problem()).contains("It can't be read.");
    }

    @Test
    void anArchiveLeftAsideForANewerOneIsNoRow() {
        assertThat(rows(List.of(), List.of(archive("zaledje-hr", State.SUPERSEDED)), "hr"))
                .extracting(FunctionRow::state)
                .containsExactly(FunctionRow.State.AVAILABLE);
    }

    @Test
    void theSameMomentGivesEqualRows() {
        assertThat(rows(List.of("ledger"), List.of(), "hr")).isEqualTo(rows(List.of("ledger"), List.of(), "hr"));
    }

    private static List<FunctionRow> rows(List<String> running, List<Deployment> archives, String... shipped) {
        return FunctionRow.of(new Running(running), new Archives(archives, List.of(shipped)), Locale.ENGLISH);
    }


    private static Deployment archive(String name, State state) {
        return new Deployment(name + ".kar", Optional.of(name), Optional.of("0.1.0"), state, Optional.empty(),
                Instant.EPOCH);
    }

    private record Running(List<String> ids) implements FunctionCatalogue {

        @Override
        public List<InstalledFunction> installed() {
            return ids.stream()
                    .map(id -> new InstalledFunction(id, "0.1.0", locale -> "Title of " + id, locale -> "", "book",
                            List.of(), Optional.of("/api/v1/" + id), Optional.empty(), List.of(), List.of()))
                    .toList();
        }

        @Override
        public Optional<InstalledFunction> find(String id) {
            return installed().stream().filter(function -> function.id().equals(id)).findFirst();
        }
    }

    private record Archives(List<Deployment> deployments, List<String> shipped) implements FunctionDeployer {

        @Override
        public Deployment install(String name) {
            throw new AssertionError("Looking installs nothing.");
        }

        @Override
        public void uninstall(String name) {
            throw new AssertionError("Looking removes nothing.");
        }

        @Override
        public Deployment install(String fileName, InputStream archive) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Deployment rollback(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> previousVersion(String name) {
            return Optional.empty();
        }

        @Override
        public void stop(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Deployment start(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
