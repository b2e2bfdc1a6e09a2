package org.zaledje.platform.web.internal.rest;

import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.ws.rs.PathParam;
import javax.ws.rs.QueryParam;
import javax.ws.rs.ext.ParamConverter;
import javax.ws.rs.ext.ParamConverterProvider;
import javax.ws.rs.ext.Provider;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.web.internal.problem.Problem;

/**
 * Reads parameters. A path with a value that can't be read leads nowhere (404), as JAX-RS has it; but a query parameter
 * that can't be read is the caller's mistake (400), and is told by its name.
 */
@Provider
final class ParameterConverters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            Integer.class, Integer::valueOf,
            int.class, Integer::valueOf,
            Long.class, Long::valueOf,
            long.class, Long::valueOf,
            UUID.class, UUID::fromString,
            LocalDate.class, Days::parse,
            Instant.class, Instant::parse);

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        if (type == ExpectedVersion.class) {
            return new Converter<>(EntityTags::expected, () -> Problem.exception(Kind.UNREADABLE, "etag.malformed"));
        }
        return refusal(annotations)
                .flatMap(refusal -> reader(type).map(reader -> new Converter<T>(reader, refusal)))
                .orElse(null);
    }

    private static Optional<Supplier<ProblemException>> refusal(Annotation[] annotations) {
        return Arrays.stream(annotations).<Supplier<ProblemException>>flatMap(annotation -> {
            if (annotation instanceof QueryParam query) {
                return Stream.of(() -> Problem.exception(Kind.UNREADABLE, "query.unreadable", query.value())
                        .with("location", query.value()));
            }
            return annotation instanceof PathParam
                    ? Stream.of(() -> Problem.exception(Kind.NOT_FOUND, "path.not-found")) : Stream.empty();
        }).findFirst();
    }

    private static Optional<Function<String, Object>> reader(Class<?> type) {
        if (type.isEnum()) {
            return Optional.of(text -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text)).findFirst()
                    .orElseThrow(IllegalArgumentException::new));
        }
        return Optional.ofNullable(READERS.get(type));
    }

    private record Converter<T>(Function<String, Object> reader, Supplier<ProblemException> refusal)
            implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            if (text.isEmpty()) {
                return null;
            }
            try {
                return (T) reader.apply(text);
            } catch (RuntimeException e) {
                throw refusal.get();
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
