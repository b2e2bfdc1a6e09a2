package org.zaledje.platform.admin.internal.services;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A request as a text that runs when it is pasted: it reads the token from the environment, where it is in no history. */
enum Sample {

    CURL("curl") {
        @Override
        String of(Operation operation, String server, String key) {
            List<String> lines = new ArrayList<>();
            lines.add("curl --fail-with-body -X " + operation.method() + " '" + server + operation.target() + "'");
            lines.add("-H \"Authorization: Bearer $" + TOKEN + "\"");
            headers(operation, key).forEach((name, value) -> lines.add("-H '" + name + ": " + value + "'"));
            operation.body().ifPresent(body -> lines.add("-d '" + body.replace("'", "'\\''") + "'"));
            file(operation).ifPresent(file -> lines.add("--data-binary @" + file));
            return String.join(" \\\n  ", lines);
        }
    },

    JAVA("Java") {
        @Override
        String of(Operation operation, String server, String key) {
            String publisher = operation.body()
                    .map(body -> "BodyPublishers.ofString(\"\"\"\n" + block(body.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"")) + "\"\"\")")
                    .or(() -> file(operation).map(file -> "BodyPublishers.ofFile(Path.of(\"" + file + "\"))"))
                    .orElse("BodyPublishers.noBody()");
            String headers = headers(operation, key).entrySet().stream()
                    .map(header -> "\n                .header(\"" + header.getKey() + "\", \"" + header.getValue().replace("\"", "\\\"") + "\")")
                    .collect(Collectors.joining());
            return """
                    import java.net.URI;
                    import java.net.http.HttpClient;
                    import java.net.http.HttpRequest;
                    import java.net.http.HttpRequest.BodyPublishers;
                    import java.net.http.HttpResponse.BodyHandlers;
                    import java.nio.file.Path;

                    public class Sample {
                        public static void main(String[] arguments) throws Exception {
                            var request = HttpRequest.newBuilder(URI.create("%s"))
                                    .header("Authorization", "Bearer " + System.getenv("%s"))%s
                                    .method("%s", %s)
                                    .build();
                            var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
                            System.out.println(answer.statusCode());
                            System.out.println(answer.body());
                        }
                    }""".formatted(server + operation.target(), TOKEN, headers, operation.method(), publisher);
        }

        /** Ends where the body ends: a line more would be another request. */
        private String block(String text) {
            return text.lines().map(line -> "                        " + line).collect(Collectors.joining("\n"));
        }
    },

    PYTHON("Python") {
        @Override
        String of(Operation operation, String server, String key) {
            String headers = headers(operation, key).entrySet().stream()
                    .map(header -> ",\n        '" + header.getKey() + "': '" + header.getValue() + "'").collect(Collectors.joining());
            String data = operation.body()
                    .map(body -> ",\n    data=\"\"\"" + body.replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"") + "\"\"\".encode()")
                    .or(() -> file(operation).map(file -> ",\n    data=open('" + file + "', 'rb').read()")).orElse("");
            return """
                    import os
                    import urllib.request

                    request = urllib.request.Request(
                        '%s',
                        method='%s',
                        headers={
                            'Authorization': 'Bearer ' + os.environ['%s']%s,
                        }%s)
                    with urllib.request.urlopen(request) as answer:
                        print(answer.status)
                        print(answer.read().decode())""".formatted(server + operation.target(), operation.method(), TOKEN,
                    headers.replace("\n", "\n    "), data);
        }
    };

    /** The environment variable that holds the token. */
    static final String TOKEN = "ZALEDJE_TOKEN";

    private final String title;

    Sample(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /**
     * The text.
     *
     * @param server scheme, host and port of this installation as the reader's browser sees it
     * @param key    value of {@code Idempotency-Key} where the operation wants one
     */
    abstract String of(Operation operation, String server, String key);

    private static Map<String, String> headers(Operation operation, String key) {
        Map<String, String> headers = new LinkedHashMap<>();
        operation.mediaType().ifPresent(type -> headers.put("Content-Type", type));
        if (operation.wantsKey()) {
            headers.put("Idempotency-Key", key);
        }
        if (operation.versioned()) {
            headers.put("If-Match", "\"1\"");
        }
        return headers;
    }

    private static Optional<String> file(Operation operation) {
        return operation.mediaType().filter(type -> operation.body().isEmpty())
                .map(type -> type.contains("xml") ? "file.xml" : type.contains("csv") ? "file.csv" : "file");
    }
}
