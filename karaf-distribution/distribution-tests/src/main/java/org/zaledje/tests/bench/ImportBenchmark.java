package org.zaledje.tests.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.TestDatabase;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Folders;
import org.zaledje.tests.harness.Zaledje;

/** Importing and exporting many rows: how fast, and how much of the heap is used while it goes on. */
final class ImportBenchmark {

    private static final String FORMAT = "/api/v1/exchange/";
    private static final Duration IMPORT_MAX = Duration.ofHours(2);
    private static final Duration ANSWER_MAX = Duration.ofMinutes(30);
    private static final int SAMPLE_MILLIS = 250;
    private static final int LINES = 4;
    private static final Pattern USED = Pattern.compile("(?:heap|generation)[^\\n]*?used (\\d+)K");

    private final PrintStream out;
    private final Engine engine;
    private final int rows;

    ImportBenchmark(PrintStream out, Engine engine, int rows) {
        this.out = out;
        this.engine = engine;
        this.rows = rows;
    }

    void run() {
        Path folder = Folders.temporary("import");
        try (TestDatabase database = engine.create(); Zaledje zaledje = Zaledje.prepared(Distribution.built())) {
            if (engine == Engine.POSTGRESQL) {
                zaledje.configure("org.zaledje.database", "url = " + database.url() + "\nuser = " + database.user() + "\npassword =\n");
            }
            zaledje.start();
            zaledje.deploy("notes");
            zaledje.deploy("accounting");
            measure(zaledje, folder, "notes.notes", "title,text", i -> "Note " + i + ",About number " + i);
            measure(zaledje, folder, "accounting.entries", "entry,date,journal,description,account,debit,credit",
                    i -> i / LINES + ",2026-01-31,GEN,Entry " + i / LINES + (i % 2 == 0 ? ",120000,12.50," : ",760000,,12.50"));
        } finally {
            Folders.delete(folder);
        }
    }

    private interface Line {
        String of(int index);
    }

    private void measure(Zaledje zaledje, Path folder, String format, String header, Line line) {
        Path file = folder.resolve(format + ".csv");
        write(file, header, line);
        String[] id = new String[1];
        tell(zaledje, format + ": hand in and check", () -> {
            JsonNode made = json(send(zaledje, FORMAT + format + "/imports", "POST", BodyPublishers.ofFile(file)));
            if (!made.path("state").asText().equals("READY")) {
                throw new IllegalStateException(made.toString());
            }
            id[0] = made.path("id").asText();
        });
        OtherWriter other = new OtherWriter(zaledje);
        tell(zaledje, format + ": import", () -> {
            zaledje.rest().send("POST", FORMAT + "imports/" + id[0] + "/run", BodyPublishers.noBody());
            JsonNode done = Await.until("the import", IMPORT_MAX,
                    () -> answer(zaledje, FORMAT + "imports/" + id[0]), now -> !now.path("state").asText().equals("RUNNING"));
            if (!done.path("state").asText().equals("DONE")) {
                throw new IllegalStateException(done.toString());
            }
        });
        out.println("    meanwhile, " + other.end());
        for (String kind : new String[] {"csv", "xlsx"}) {
            tell(zaledje, format + ": export as " + kind, () -> {
                try (InputStream rest = send(zaledje, FORMAT + format + "/export?format=" + kind, "GET", BodyPublishers.noBody())) {
                    rest.transferTo(OutputStream.nullOutputStream());
                }
            });
        }
    }

    private static JsonNode answer(Zaledje zaledje, String path) {
        Answer answer = zaledje.rest().get(path);
        return answer.json();
    }

    private void write(Path file, String header, Line line) {
        try (OutputStream bytes = Files.newOutputStream(file);
                Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            text.write(header + "\n");
            for (int i = 0; i < rows; i++) {
                text.write(line.of(i) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void tell(Zaledje zaledje, String name, Work work) {
        AtomicLong peak = new AtomicLong();
        Thread sampler = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                peak.accumulateAndGet(usedKilobytes(zaledje.run().process().pid()), Math::max);
                try {
                    Thread.sleep(SAMPLE_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        });
        sampler.start();
        long begun = System.nanoTime();
        try {
            work.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            sampler.interrupt();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(Locale.ROOT, "%-44s %,10d rows %8.1f s %,10.0f rows/s  peak heap %,5d MB%n", name, rows, seconds,
                rows / seconds, peak.get() / 1024);
    }

    private static long usedKilobytes(long pid) {
        try {
            Process process = new ProcessBuilder("jcmd", "" + pid, "GC.heap_info").redirectErrorStream(true).start();
            long used = 0;
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    Matcher heap = USED.matcher(line);
                    used += line.contains("etaspace") || line.contains("class") ? 0 : heap.find() ? Long.parseLong(heap.group(1)) : 0;
                }
            }
            return used;
        } catch (IOException e) {
            return 0;
        }
    }

    private static InputStream send(Zaledje zaledje, String path, String method, HttpRequest.BodyPublisher body) throws IOException {
        String login = Base64.getEncoder().encodeToString((Zaledje.ADMIN + ":" + Zaledje.PASSWORD).getBytes(StandardCharsets.UTF_8));
        try {
            return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(zaledje.url() + path))
                    .timeout(ANSWER_MAX).header("Authorization", "Basic " + login).header("Content-Type", "text/csv")
                    .method(method, body).build(), BodyHandlers.ofInputStream()).body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(InputStream body) throws IOException {
        try (body) {
            return new ObjectMapper().readTree(body);
        }
    }
}
