package org.zaledje.platform.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zaledje.platform.document.internal.TestDocuments.ORDER;
import static org.zaledje.platform.document.internal.TestDocuments.bytes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.document.Document;
import org.zaledje.platform.document.DocumentVersion;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.document.internal.store.TestStore;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.testkit.Engine;

class StoredDocumentsTest {

    private static final Duration BIN = Duration.ofDays(Documents.BIN_DAYS + 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void whatIsAttachedComesBackWithItsVersions(Engine engine) throws IOException {
        try (TestDocuments test = new TestDocuments(engine, folder)) {
            Document document = test.attach("Pogodba", "prva");
            Document changed = test.documents.addVersion(document.id(), "/tmp/druga.txt", bytes("druga"));
            assertThat(test.documents.of(ORDER)).containsExactly(changed);
            assertThat(changed.latest().number()).isEqualTo(2);
            assertThat(changed.latest().fileName()).isEqualTo("druga.txt");
            assertThat(changed.latest().mediaType()).isEqualTo("text/plain");
            assertThat(test.documents.versions(document.id())).extracting(DocumentVersion::number).containsExactly(2, 1);
            assertThat(test.content(document, 1)).isEqualTo("prva");
            assertThat(test.content(document, null)).isEqualTo("druga");
            assertThat(test.events).containsExactly("documents.document.stored Pogodba 1", "documents.document.stored Pogodba 2");
            assertThat(test.audited).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theSameContentIsKeptOnceAndCompaniesDoNotSeeEachOthers(Engine engine) throws IOException {
        try (TestDocuments test = new TestDocuments(engine, folder)) {
            Document first = test.attach("A", "same");
            test.attach("B", "same");
            test.workIn(TestDocuments.SECOND);
            Document second = test.attach("C", "same");
            assertThat(test.stored()).hasSize(1);
            assertThat(test.documents.of(ORDER)).containsExactly(second);
            assertThat(test.documents.find(first.id())).isEmpty();
            assertCode(() -> test.documents.content(first.id(), Optional.empty()), "documents.document-not-found");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rightsAreThoseOfTheRecord(Engine engine) throws IOException {
        try (TestDocuments test = new TestDocuments(engine, folder)) {
            Document document = test.attach("A", "a");
            test.changeable.clear();
            assertThat(test.documents.find(document.id())).isPresent();
            assertCode(() -> test.attach("B", "b"), "documents.record-not-changeable");
            assertCode(() -> test.documents.delete(document.id()), "documents.record-not-changeable");
            test.readable.clear();
            assertThat(test.documents.find(document.id())).isEmpty();
            assertCode(() -> test.documents.of(ORDER), "documents.record-not-found");
            assertCode(() -> test.documents.restore(document.id()), "documents.document-not-found");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theBinIsEmptiedButNothingThatMustBeKept(Engine engine) throws IOException {
        try (TestDocuments test = new TestDocuments(engine, folder)) {
            Document kept = test.attach("Kept", "kept");
            Document gone = test.attach("Gone", "gone");
            Document alive = test.attach("Alive", "alive");
            test.documents.retain(kept.id(), LocalDate.now(ZoneOffset.UTC).plusYears(1));
            assertCode(() -> test.documents.retain(kept.id(), LocalDate.now(ZoneOffset.UTC)), "documents.document.invalid");
            test.documents.delete(kept.id());
            test.documents.delete(gone.id());
            assertThat(test.upkeep.destroy()).isZero();
            test.elapse(BIN);
            assertThat(test.upkeep.destroy()).isEqualTo(1);
            assertThat(test.documents.of(ORDER)).extracting(Document::id).containsExactly(alive.id(), kept.id());
            assertThat(test.documents.restore(kept.id()).isDeleted()).isFalse();
            assertThat(test.content(kept, null)).isEqualTo("kept");
            test.documents.delete(kept.id());
            test.elapse(Duration.ofDays(400));
            assertThat(test.upkeep.destroy()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatNoRowNamesIsRemovedAndOthersAreNot(Engine engine) throws IOException {
        try (TestDocuments test = new TestDocuments(engine, folder)) {
            test.attach("Named", "named");
            // As after a kill between the file and its row.
            test.files.keep(bytes("orphan"), "orphan.txt");
            assertThat(test.sweep()).isZero();
            assertThat(test.stored()).hasSize(2);
            test.elapse(Duration.ofDays(2));
            test.sweep();
            assertThat(test.stored()).hasSize(1);
            test.elapse(Duration.ofDays(2));
            assertThat(test.sweep()).isEqualTo(1);
            assertThat(test.stored()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsNamedWhileItIsAsideComesBack(Engine engine) throws IOException {
        try (TestDocuments test = new TestDocuments(engine, folder)) {
            var file = test.files.keep(bytes("late"), "late.txt");
            test.elapse(Duration.ofDays(2));
            test.sweep();
            assertThat(test.stored()).isEmpty();
            // Its transaction was only slow.
            Document late = test.documents.attach(ORDER, "Late", "late.txt", file);
            assertThat(test.content(late, null)).isEqualTo("late");
            test.elapse(Duration.ofDays(2));
            test.sweep();
            assertThat(test.stored()).hasSize(1);
            assertThat(test.content(late, null)).isEqualTo("late");
        }
    }

    @Test
    void aFileThatEndsInTheMiddleLeavesNothing() throws IOException {
        try (TestDocuments test = new TestDocuments(Engine.H2, folder)) {
            InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("gone");
                }
            });
            assertCode(() -> test.documents.attach(ORDER, "", "broken.bin", broken), "documents.upload.cut-off");
            assertThat(test.stored()).isEmpty();
            assertThat(Files.list(folder.resolve("uploads"))).isEmpty();
        }
    }

    @Test
    void aFullDiskIsTold() throws IOException {
        var files = TestStore.in(folder, Clock.systemUTC(), Long.MAX_VALUE);
        assertCode(() -> files.keep(bytes("x"), "x.txt"), "documents.store.full");
    }

    private static void assertCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
