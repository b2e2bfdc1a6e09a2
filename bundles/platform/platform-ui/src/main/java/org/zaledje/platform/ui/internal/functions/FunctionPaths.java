package org.zaledje.platform.ui.internal.functions;

import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which paths are a function's to give pages to. */
public final class FunctionPaths {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionPaths.class);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Set<String> OF_THE_PLATFORM =
            Set.of("login", "functions", "api", "soap", "health", "metrics", "dav", "public", "websocket");

    private FunctionPaths() {
    }

    /** Whether a function can have this id. */
    public static boolean isId(String id) {
        return ID.matcher(id).matches() && !OF_THE_PLATFORM.contains(id);
    }

    static boolean isOwn(String functionId, String path) {
        boolean own = isId(functionId) && (path.equals(functionId) || path.startsWith(functionId + "/"));
        if (!own) {
            LOG.warn("The page /{} of function {} is left out: a function's pages are at /<function>/…, "
                    + "and {} are the platform's.", path, functionId, OF_THE_PLATFORM);
        }
        return own;
    }
}
