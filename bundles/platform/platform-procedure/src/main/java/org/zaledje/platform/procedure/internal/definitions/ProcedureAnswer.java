package org.zaledje.platform.procedure.internal.definitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.zaledje.platform.procedure.Procedure;
import org.zaledje.platform.rest.Versioned;

/** A version of a procedure as it is told. */
@Schema(name = "Procedure")
public record ProcedureAnswer(String id, long version, Map<String, String> title, boolean active, List<StepBody> steps,
        Instant publishedAt, String publishedBy) implements Versioned {

    static ProcedureAnswer of(Procedure procedure) {
        return new ProcedureAnswer(procedure.id(), procedure.version(), procedure.plan().title().byLanguage(),
                procedure.plan().active(), procedure.plan().steps().stream().map(StepBody::of).toList(),
                procedure.publishedAt(), procedure.publishedBy());
    }
}
