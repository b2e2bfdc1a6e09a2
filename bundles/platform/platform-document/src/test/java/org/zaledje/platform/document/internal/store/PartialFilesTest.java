package org.zaledje.platform.document.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.platform.audit.RecordRef;
import org.zaledje.platform.problem.ProblemException;

class PartialFilesTest {

    private static final PendingUpload UPLOAD = new PendingUpload(new UUID(0, 7), new UUID(1, 1), "ana", 6, "č.txt", "",
            new RecordRef("tests.order", "1"));

    @TempDir
    Path folder;
    private FileStore store;
    private PartialFiles files;

    @BeforeEach
    void begin() throws IOException {
        store = TestStore.in(folder, Clock.systemUTC(), 0);
        files = new PartialFiles(store);
        files.begin(UPLOAD);
    }

    @Test
    void partsBecomeAFileAlsoAfterARestart() throws IOException {
        assertThat(append(0, "abc", Optional.empty())).contains(3L);
        PartialFiles restarted = new PartialFiles(TestStore.in(folder, Clock.systemUTC(), 0));
        assertThat(restarted.find(UPLOAD.id())).contains(UPLOAD);
        assertThat(restarted.offset(UPLOAD.id())).isEqualTo(3);
        assertThat(append(3, "def", Optional.empty())).contains(6L);
        StoredFile stored = files.finish(UPLOAD);
        assertThat(new String(store.open(stored.sha256(), 0).readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("abcdef");
        assertThat(files.find(UPLOAD.id())).isEmpty();
    }

    @Test
    void aPartThatBeginsElsewhereOrIsTooLongIsRefused() {
        append(0, "abc", Optional.empty());
        assertThatThrownBy(() -> append(0, "abc", Optional.empty())).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.code()).isEqualTo("documents.upload.offset"));
        assertThatThrownBy(() -> append(3, "defg", Optional.empty())).isInstanceOfSatisfying(ProblemException.class,
                problem -> assertThat(problem.code()).isEqualTo("documents.too-large"));
        assertThat(files.offset(UPLOAD.id())).isEqualTo(3);
    }

    @Test
    void aPartWithAnotherChecksumIsLeftOut() {
        Optional<Checksum> right = Checksum.parse("sha1 qZk+NkcGgWq6PiVxeFDCbJzQ2J0=");
        assertThat(append(0, "abd", right)).isEmpty();
        assertThat(files.offset(UPLOAD.id())).isZero();
        assertThat(append(0, "abc", right)).contains(3L);
        assertThat(Checksum.parse("crc32 AAAA")).isEmpty();
    }

    private Optional<Long> append(long offset, String part, Optional<Checksum> checksum) {
        return files.append(UPLOAD, offset, new ByteArrayInputStream(part.getBytes(StandardCharsets.UTF_8)), checksum);
    }
}
