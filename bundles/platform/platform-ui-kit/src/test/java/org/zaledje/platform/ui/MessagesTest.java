package org.zaledje.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.text.LocalizedText;

class MessagesTest {

    @Test
    void whatCanBeDoneIsDoneAndWhatCannotIsTold() {
        try (InTab tab = new InTab(Locale.ENGLISH)) {
            assertThat(tab).isNotNull();
            AtomicBoolean done = new AtomicBoolean();
            assertThat(Messages.attempt(() -> done.set(true))).isTrue();
            assertThat(done).isTrue();
            ProblemException refused =
                    ProblemException.of(ProblemException.Kind.CONFLICT, "test.refused", LocalizedText.verbatim("No"));
            assertThat(Messages.attempt(() -> {
                throw refused;
            })).isFalse();
        }
    }

    @Test
    void whatNobodyExpectedIsNotHidden() {
        assertThatThrownBy(() -> Messages.attempt(() -> {
            throw new IllegalStateException("broken");
        })).isInstanceOf(IllegalStateException.class);
    }
}
