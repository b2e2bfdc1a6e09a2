package org.zaledje.platform.web.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Makes what reads and writes JSON for one function. */
final class JsonMappers {

    private static final int DEPTH_MAX = 50;
    private static final int TEXT_CHARACTERS_MAX = 1024 * 1024;
    private static final int NAME_CHARACTERS_MAX = 200;
    private static final int NUMBER_CHARACTERS_MAX = 100;

    private JsonMappers() {
    }

    /**
     * A mapper that shares nothing with others: the caches of Jackson's shared parts would keep the classes of a
     * function that has gone.
     */
    static ObjectMapper create() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MAX)
                .maxStringLength(TEXT_CHARACTERS_MAX)
                .maxNameLength(NAME_CHARACTERS_MAX)
                .maxNumberLength(NUMBER_CHARACTERS_MAX)
                .build();
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
                .typeFactory(TypeFactory.createDefaultInstance())
                .addModules(new JavaTimeModule(), new Jdk8Module(), new PlatformTypes())
                .serializationInclusion(JsonInclude.Include.NON_ABSENT)
                // No list or map of Java's own takes a null, and no rule says what it would mean.
                .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .build();
    }
}
