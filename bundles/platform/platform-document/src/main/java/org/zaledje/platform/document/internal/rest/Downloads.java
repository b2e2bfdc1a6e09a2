package org.zaledje.platform.document.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.zaledje.platform.document.DocumentContent;
import org.zaledje.platform.document.DocumentVersion;

/**
 * Files as they are sent: always to be saved and never to be shown, so that what somebody uploaded can't run in the browser
 * of somebody else.
 */
final class Downloads {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private Downloads() {
    }

    static Response of(DocumentContent content, HttpHeaders request) {
        DocumentVersion file = content.version();
        String tag = "\"" + file.sha256() + "\"";
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (known != null && Arrays.stream(known.split(",")).map(String::strip).anyMatch(
                one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag))) {
            return Response.notModified().header(HttpHeaders.ETAG, tag).build();
        }
        String ifRange = request.getHeaderString("If-Range");
        Optional<ByteRange> range = ifRange == null || ifRange.strip().equals(tag)
                ? ByteRange.of(request.getHeaderString("Range"), file.bytes()) : Optional.empty();
        if (range.isPresent() && !range.get().isSatisfiable()) {
            return Response.status(RANGE_NOT_SATISFIABLE).header("Content-Range", "bytes */" + file.bytes()).build();
        }
        ByteRange sent = range.orElse(new ByteRange(0, file.bytes() - 1));
        Response.ResponseBuilder response = Response.status(range.isPresent() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK)
                .entity((StreamingOutput) out -> copy(content, sent, out)).type(file.mediaType())
                .header(HttpHeaders.ETAG, tag).header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_LENGTH, sent.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file.fileName()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
        range.ifPresent(part -> response.header("Content-Range",
                "bytes " + part.first() + "-" + part.last() + "/" + file.bytes()));
        return response.build();
    }

    private static void copy(DocumentContent content, ByteRange range, OutputStream out) throws IOException {
        try (InputStream in = content.open(range.first())) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (long left = range.length(); left > 0; ) {
                int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (count < 0) {
                    throw new IOException("The file " + content.version().sha256() + " is shorter than it was");
                }
                out.write(buffer, 0, count);
                left -= count;
            }
        }
    }

    /** The name as RFC 6266 has it: plain for old clients, and whole. */
    private static String disposition(String fileName) {
        String plain = fileName.replaceAll("[^ -~]|[\"\\\\%]", "_");
        String whole = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + whole;
    }
}
