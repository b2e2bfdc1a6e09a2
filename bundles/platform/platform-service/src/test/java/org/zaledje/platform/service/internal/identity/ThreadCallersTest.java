package org.zaledje.platform.service.internal.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;

class ThreadCallersTest {

    private final ThreadCallers callers = new ThreadCallers();
    private final Caller ana = new Caller("ana", Set.of("notes.note.read"), Locale.ENGLISH);

    @Test
    void theCallerIsThereWhileWorkIsDoneForThemAndTheOneBeforeAfterwards() throws Exception {
        assertEquals(Optional.empty(), callers.current());
        callers.runAs(ana, () -> {
            callers.runAs(Caller.system(), () -> assertEquals(Optional.of(Caller.system()), callers.current()));
            assertEquals(Optional.of(ana), callers.current());
        });
        assertEquals("done", callers.callAs(ana, () -> "done"));
        assertEquals(Optional.empty(), callers.current());
    }

    @Test
    void theCallerIsGoneAfterAnError() {
        assertThrows(IllegalStateException.class, () -> callers.callAs(ana, () -> {
            throw new IllegalStateException();
        }));
        assertEquals(Optional.empty(), callers.current());
    }

    @Test
    void anotherThreadHasNoCaller() {
        callers.runAs(ana, () -> {
            Thread other = new Thread(() -> callers.require("notes.note.read"));
            Throwable[] problem = new Throwable[1];
            other.setUncaughtExceptionHandler((thread, thrown) -> problem[0] = thrown);
            other.start();
            assertTrue(joined(other));
            assertEquals(Kind.UNAUTHENTICATED, ((ProblemException) problem[0]).kind());
        });
    }

    @Test
    void aPermissionIsNeeded() {
        callers.runAs(ana, () -> {
            assertEquals(ana, callers.require("notes.note.read"));
            ProblemException problem = assertThrows(ProblemException.class, () -> callers.require("notes.note.write"));
            assertEquals(Kind.FORBIDDEN, problem.kind());
            assertEquals("notes.note.write", problem.members().get("permission"));
            assertTrue(problem.detail().in(new Locale("sl")).contains("notes.note.write"));
        });
        callers.runAs(Caller.system(), () -> callers.require("anything"));
    }

    private static boolean joined(Thread thread) {
        try {
            thread.join();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
