package org.zaledje.platform.web.internal.security;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.web.internal.problem.Problem;

/** What JAX-RS and SOAP take for granted in a request, and stumble over when it is otherwise. */
final class RequestSyntax {

    /** No database keeps a NUL in a text. */
    private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9a-fA-F]{2})|%00");
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";]*)", Pattern.CASE_INSENSITIVE);

    private RequestSyntax() {
    }

    static void check(HttpServletRequest request) {
        if (Optional.ofNullable(request.getQueryString()).filter(query -> BAD_ESCAPE.matcher(query).find()).isPresent()) {
            throw Problem.exception(Kind.UNREADABLE, "query.malformed");
        }
        Matcher charset = CHARSET.matcher(Optional.ofNullable(request.getContentType()).orElse(""));
        if (charset.find() && !isKnown(charset.group(1).strip())) {
            throw Problem.exception(Kind.UNSUPPORTED_FORMAT, "format.encoding-unknown");
        }
    }

    private static boolean isKnown(String charset) {
        try {
            return !charset.isEmpty() && Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}
