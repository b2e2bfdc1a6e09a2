package org.zaledje.platform.procedure.internal;

import static org.zaledje.platform.procedure.internal.ProcedureTexts.TEXTS;

import java.util.Optional;
import org.zaledje.platform.problem.Violation;
import org.zaledje.platform.procedure.DecisionRecord;

/** What people say about what they decide: it is kept, and told to others. */
final class Comments {

    private Comments() {
    }

    /** What is wrong with one; empty when nothing is. */
    static Optional<Violation> violation(String comment, String location) {
        return comment.length() <= DecisionRecord.COMMENT_LENGTH_MAX && comment.indexOf(0) < 0 ? Optional.empty()
                : Optional.of(Violation.error("task.comment-long",
                        TEXTS.text("task.comment-long", DecisionRecord.COMMENT_LENGTH_MAX), location));
    }
}
