package org.zaledje.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends requests that no proper client would send. */
record RawHttp(int port) {

    private static final int TIMEOUT_MS = 60_000;
    private static final int SHOWN_CHARACTERS_MAX = 2_000;
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";]+)");

    /** A request: what stands in its first line, its headers, its body. */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {

        byte[] head() {
            StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
            head.append("Host: localhost\r\nConnection: close\r\nContent-Length: ").append(body.length).append("\r\n");
            headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
            return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String toString() {
            String text = new String(body, StandardCharsets.ISO_8859_1);
            return method + " " + target + " " + headers + "\n" + text.substring(0, Math.min(SHOWN_CHARACTERS_MAX, text.length()));
        }
    }

    record Response(int status, Map<String, String> headers, byte[] bytes) {

        String mediaType() {
            return headers.getOrDefault("Content-Type", "").replaceFirst(";.*", "").strip();
        }

        /** Read in the encoding that it names: SOAP answers in the one in which it was asked. */
        String body() {
            return new String(bytes, charset());
        }

        private Charset charset() {
            Matcher charset = CHARSET.matcher(headers.getOrDefault("Content-Type", ""));
            try {
                return charset.find() ? Charset.forName(charset.group(1)) : StandardCharsets.UTF_8;
            } catch (IllegalArgumentException e) {
                throw new AssertionError("an encoding that nobody knows: " + headers, e);
            }
        }

        @Override
        public String toString() {
            String text = new String(bytes, StandardCharsets.UTF_8);
            return status + " " + headers + "\n" + text.substring(0, Math.min(SHOWN_CHARACTERS_MAX, text.length()));
        }
    }

    Response send(Request request) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.head());
                out.write(request.body());
                out.flush();
            } catch (SocketException e) {
                // It may be answered before all of it is sent.
            }
            return parsed(socket.getInputStream().readAllBytes());
        }
    }

    private static Response parsed(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            throw new AssertionError("no answer: " + text);
        }
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] header = lines[i].split(": ?", 2);
            headers.put(header[0], header.length > 1 ? header[1] : "");
        }
        String body = text.substring(end + 4);
        byte[] plain = "chunked".equals(headers.get("Transfer-Encoding")) ? joined(body)
                : body.getBytes(StandardCharsets.ISO_8859_1);
        return new Response(Integer.parseInt(lines[0].split(" ")[1]), headers, plain);
    }

    private static byte[] joined(String chunks) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int line = chunks.indexOf("\r\n", at);
            int length = line < 0 ? 0 : Integer.parseInt(chunks.substring(at, line).strip(), 16);
            if (length == 0) {
                return whole.toByteArray();
            }
            whole.writeBytes(chunks.substring(line + 2, line + 2 + length).getBytes(StandardCharsets.ISO_8859_1));
            at = line + 2 + length + 2;
        }
    }
}
