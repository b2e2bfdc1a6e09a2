package org.zaledje.accounting.internal.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Optional;
import javax.ws.rs.NotSupportedException;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.ext.MessageBodyReader;
import javax.ws.rs.ext.Providers;

/**
 * Reads a body that may be left out. JAX-RS itself would refuse a request without a body and so without a content type;
 * this way a body that is there is still read by the platform's JSON reader.
 */
final class OptionalEntry {

    private static final Annotation[] NO_ANNOTATIONS = {};

    private OptionalEntry() {
    }

    static EntryRequest read(byte[] body, Providers providers, HttpHeaders headers) throws IOException {
        MediaType type = Optional.ofNullable(headers.getMediaType()).orElse(MediaType.APPLICATION_JSON_TYPE);
        if (!MediaType.APPLICATION_JSON_TYPE.isCompatible(type)) {
            throw new NotSupportedException();
        }
        MessageBodyReader<EntryRequest> reader = providers.getMessageBodyReader(
                EntryRequest.class, EntryRequest.class, NO_ANNOTATIONS, MediaType.APPLICATION_JSON_TYPE);
        return reader.readFrom(EntryRequest.class, EntryRequest.class, NO_ANNOTATIONS, MediaType.APPLICATION_JSON_TYPE,
                headers.getRequestHeaders(), new ByteArrayInputStream(body));
    }
}
