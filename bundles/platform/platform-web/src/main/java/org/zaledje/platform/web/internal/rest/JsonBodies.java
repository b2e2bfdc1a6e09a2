package org.zaledje.platform.web.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.Set;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.StreamingOutput;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.MessageBodyWriter;
import javax.ws.rs.ext.Provider;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.web.internal.problem.Diagnosis;
import org.zaledje.platform.web.internal.problem.Problem;

/** JSON in the bodies of requests and responses. What can't be read becomes a problem that names the place. */
@Provider
final class JsonBodies implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    private static final Set<Class<?>> TAKEN_AS_THEY_ARE = Set.of(String.class, byte[].class);
    private static final Set<Class<?>> STREAMS =
            Set.of(InputStream.class, Reader.class, OutputStream.class, StreamingOutput.class);

    private final ObjectMapper mapper;

    JsonBodies(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isJson(type, mediaType);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return isJson(type, mediaType);
    }

    private static boolean isJson(Class<?> type, MediaType mediaType) {
        String subtype = mediaType.getSubtype();
        return (subtype.equals("json") || subtype.endsWith("+json"))
                && !TAKEN_AS_THEY_ARE.contains(type)
                && STREAMS.stream().noneMatch(stream -> stream.isAssignableFrom(type));
    }

    @Override
    public Object readFrom(Class<Object> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        JavaType wanted = mapper.constructType(genericType);
        try {
            // A body of white space alone has no value; JSON's null is one, but no resource can do anything with it.
            return Optional.ofNullable(mapper.readerFor(wanted).<Object>readValue(body))
                    .orElseThrow(() -> Problem.exception(Kind.UNREADABLE, "json.empty"));
        } catch (CharConversionException e) {
            throw Problem.exception(Kind.UNREADABLE, "json.malformed", 1, 1);
        } catch (JsonProcessingException e) {
            throw Diagnosis.inChain(e, ProblemException.class).orElseGet(() -> JsonProblems.of(e));
        }
    }

    @Override
    public void writeTo(Object value, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream body) throws IOException {
        // A caller may accept it in an encoding; JSON has but one, and a parameter would tell otherwise.
        headers.putSingle(HttpHeaders.CONTENT_TYPE, new MediaType(mediaType.getType(), mediaType.getSubtype()));
        // As a whole before the first byte is sent, so that a failure still gets an answer of its own.
        body.write(mapper.writerFor(mapper.constructType(genericType)).writeValueAsBytes(value));
    }
}
