package org.zaledje.platform.web.internal.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.web.internal.rest.RestDescription;

/** One OpenAPI 3 document out of the descriptions that the functions' bundles hold. */
final class OpenApiDocument {

    private static final Logger LOG = LoggerFactory.getLogger(OpenApiDocument.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final int DESCRIPTION_BYTES_MAX = 4 * 1024 * 1024;

    private final ObjectNode document = frame();

    OpenApiDocument(Map<String, RestDescription> descriptions) {
        descriptions.forEach((function, told) -> {
            if (!told.places().isEmpty()) {
                document.withArray("tags").addObject().put("name", function);
            }
            told.places().forEach(place -> read(place).ifPresent(
                    description -> new FunctionDescription(function, description, told.lists()).addTo(document)));
        });
    }

    /** What is common to all functions: login and problems. */
    private static ObjectNode frame() {
        try (InputStream frame = OpenApiDocument.class.getResourceAsStream("openapi-frame.json")) {
            return (ObjectNode) JSON.readTree(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<ObjectNode> read(URI place) {
        try (InputStream in = place.toURL().openStream()) {
            JsonNode description = JSON.readTree(in.readNBytes(DESCRIPTION_BYTES_MAX));
            return Optional.of(description).filter(JsonNode::isObject).map(ObjectNode.class::cast);
        } catch (IOException e) {
            LOG.warn("Left out of the OpenAPI document: {} can't be read ({})", place, e.getMessage());
            return Optional.empty();
        }
    }

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
