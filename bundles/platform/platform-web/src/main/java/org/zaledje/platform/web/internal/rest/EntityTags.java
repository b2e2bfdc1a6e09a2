package org.zaledje.platform.web.internal.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.ContainerRequestFilter;
import javax.ws.rs.container.ContainerResponseContext;
import javax.ws.rs.container.ContainerResponseFilter;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.ext.Provider;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.rest.Versioned;
import org.zaledje.platform.web.internal.problem.Problem;

/** Versions as entity tags (RFC 9110): told with what is read, asked for before it is changed. */
@Provider
public final class EntityTags implements ContainerRequestFilter, ContainerResponseFilter {

    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");
    private static final Pattern OTHER_TAG = Pattern.compile("(W/)?\"[!#-~]{0,200}\"");
    /** A version that nothing has: a tag that is none of ours. */
    private static final long NOWHERE = -1;

    // A proxy that JAX-RS puts here, and that knows the method of each thread.
    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean needed = Arrays.asList(resource.getResourceMethod().getParameterTypes()).contains(ExpectedVersion.class);
        if (needed && Optional.ofNullable(request.getHeaderString(HttpHeaders.IF_MATCH)).orElse("").isBlank()) {
            throw Problem.exception(Kind.VERSION_NEEDED, "etag.required");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Versioned versioned)) {
            return;
        }
        String tag = "\"" + versioned.version() + "\"";
        response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
        List<String> known = request.getHeaders().getOrDefault(HttpHeaders.IF_NONE_MATCH, List.of());
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (read && known.stream().anyMatch(header -> names(header, tag))) {
            response.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        }
    }

    private static boolean names(String header, String tag) {
        return Arrays.stream(header.split(",")).map(String::strip)
                .anyMatch(named -> named.equals("*") || named.equals(tag) || named.equals("W/" + tag));
    }

    /** What {@code If-Match} says; a weak tag and one that is not ours match nothing. */
    static ExpectedVersion expected(String header) {
        String text = header.strip();
        if (text.equals("*")) {
            return ExpectedVersion.any();
        }
        Matcher tag = TAG.matcher(text);
        if (tag.matches()) {
            return ExpectedVersion.of(Long.parseLong(tag.group(1)));
        }
        if (OTHER_TAG.matcher(text).matches()) {
            return ExpectedVersion.of(NOWHERE);
        }
        throw Problem.exception(Kind.UNREADABLE, "etag.malformed");
    }
}
