package org.zaledje.platform.web.internal.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.web.internal.problem.Diagnosis;
import org.zaledje.platform.web.internal.problem.Problem;

/** Tells what is wrong with a JSON body, without telling how it is read. */
final class JsonProblems {

    private static final int POINTER_CHARACTERS_MAX = 200;

    private JsonProblems() {
    }

    static ProblemException of(JsonProcessingException e) {
        if (Diagnosis.inChain(e, StreamConstraintsException.class).isPresent()) {
            return Problem.exception(Kind.UNREADABLE, "json.limit-exceeded");
        }
        Optional<JsonParseException> syntax = Diagnosis.inChain(e, JsonParseException.class);
        if (syntax.isPresent()) {
            return malformed(syntax.get());
        }
        if (e instanceof JsonMappingException mapping && !isEmpty(mapping)) {
            String code = e instanceof PropertyBindingException ? "json.unknown-member" : "json.wrong-type";
            String pointer = pointer(mapping);
            return Problem.exception(Kind.UNREADABLE, code, pointer.isEmpty() ? "/" : pointer)
                    .with("location", pointer);
        }
        return e instanceof JsonMappingException ? Problem.exception(Kind.UNREADABLE, "json.empty") : malformed(e);
    }

    private static boolean isEmpty(JsonMappingException e) {
        return e.getPath().isEmpty() && e.getLocation() != null && e.getLocation().getByteOffset() < 0;
    }

    private static ProblemException malformed(JsonProcessingException e) {
        JsonLocation place = Optional.ofNullable(e.getLocation()).orElse(JsonLocation.NA);
        int line = Math.max(1, place.getLineNr());
        int column = Math.max(1, place.getColumnNr());
        return Problem.exception(Kind.UNREADABLE, "json.malformed", line, column).with("location", line + ":" + column);
    }

    /** Where in the body it is (RFC 6901). */
    private static String pointer(JsonMappingException e) {
        String pointer = e.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .map(name -> "/" + name.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
        return pointer.length() > POINTER_CHARACTERS_MAX ? pointer.substring(0, POINTER_CHARACTERS_MAX) : pointer;
    }
}
