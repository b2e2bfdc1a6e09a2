package org.zaledje.platform.web.internal.security;

import java.util.Optional;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.function.BackOfficeFunction;

/** Tells which function a service or a request belongs to. */
public final class FunctionIds {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionIds.class);
    private static final int CHARACTERS_MAX = 40;
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1," + CHARACTERS_MAX + "}");

    private FunctionIds() {
    }

    /** The function that a whiteboard service names; empty, and logged, when it names none properly. */
    public static Optional<String> of(ServiceReference<?> reference) {
        if (reference.getProperty(BackOfficeFunction.FUNCTION) instanceof String id && ID.matcher(id).matches()) {
            return Optional.of(id);
        }
        LOG.warn("{} is not served: its service property {} must be the id of its function",
                reference, BackOfficeFunction.FUNCTION);
        return Optional.empty();
    }

    /**
     * The function in a request's path: the first segment below the servlet's own, cut to the length of an id; an empty
     * text when there is none.
     */
    public static String of(HttpServletRequest request) {
        String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
        int end = path.indexOf('/', 1);
        String segment = end < 0 ? path.substring(1) : path.substring(1, end);
        return segment.length() > CHARACTERS_MAX ? segment.substring(0, CHARACTERS_MAX) : segment;
    }
}
