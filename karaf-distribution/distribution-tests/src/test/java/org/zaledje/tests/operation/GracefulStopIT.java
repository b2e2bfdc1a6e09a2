package org.zaledje.tests.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.zaledje.tests.harness.Zaledje;

/** A platform that is told to end while partners post: all that it has let in is answered, and kept. */
class GracefulStopIT {

    private static final int CLIENTS = 6;
    private static final int POSTED_BEFORE = 60;
    private static final int READ_MILLIS_MAX = 60_000;

    @Test
    void whatWasLetInIsAnsweredAndKeptAndNobodyIsCutOff() throws Exception {
        try (Zaledje zaledje = Zaledje.started()) {
            zaledje.deploy("notes");
            Queue<String> answers = new ConcurrentLinkedQueue<>();
            Queue<String> kept = new ConcurrentLinkedQueue<>();
            AtomicInteger posted = new AtomicInteger();
            List<Thread> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Thread client = new Thread(() -> postUntilNobodyListens(zaledje, answers, kept, posted), "client-" + i);
                clients.add(client);
                client.start();
            }
            while (posted.get() < POSTED_BEFORE && clients.stream().allMatch(Thread::isAlive)) {
                Thread.onSpinWait();
            }
            assertThat(zaledje.stop()).isIn(0, 143);
            for (Thread client : clients) {
                client.join();
            }

            Map<String, Integer> counted = new TreeMap<>();
            answers.forEach(answer -> counted.merge(answer, 1, Integer::sum));
            System.out.println("answers while the platform ended: " + counted);
            assertThat(counted.keySet()).as(counted + zaledje.log()).isSubsetOf("201", "503 Retry-After", "refused");
            assertThat(kept).hasSizeGreaterThanOrEqualTo(POSTED_BEFORE);

            zaledje.start();
            zaledje.awaitServed("notes");
            assertThat(kept).allSatisfy(path -> assertThat(zaledje.rest().get(path).status()).as(path).isEqualTo(200));
        }
    }

    /** Each request on a connection of its own, so that one which was accepted and not answered is told from one never accepted. */
    private static void postUntilNobodyListens(Zaledje zaledje, Queue<String> answers, Queue<String> kept, AtomicInteger posted) {
        for (int refused = 0; refused == 0; ) {
            String answer = post(zaledje, kept);
            answers.add(answer);
            posted.incrementAndGet();
            refused += answer.equals("201") || answer.equals("503 Retry-After") ? 0 : 1;
        }
    }

    private static String post(Zaledje zaledje, Queue<String> kept) {
        byte[] body = "{\"title\":\"kept\",\"text\":\"to the end\"}".getBytes(StandardCharsets.UTF_8);
        String login = Base64.getEncoder().encodeToString((Zaledje.ADMIN + ":" + Zaledje.PASSWORD).getBytes(StandardCharsets.UTF_8));
        String head = "POST /api/v1/notes HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic " + login
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", zaledje.port())) {
            socket.setSoTimeout(READ_MILLIS_MAX);
            try {
                socket.getOutputStream().write((head + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
                return told(socket.getInputStream(), kept);
            } catch (IOException e) {
                return isNeverAccepted(e) ? "refused" : "cut off: " + e;
            }
        } catch (ConnectException e) {
            return "refused";
        } catch (IOException e) {
            return "cut off: " + e;
        }
    }

    /** The system resets connections that waited in its queue when the socket was closed: nobody had accepted them. */
    private static boolean isNeverAccepted(IOException e) {
        return String.valueOf(e.getMessage()).contains("reset") || String.valueOf(e.getMessage()).contains("Broken pipe");
    }

    private static String told(InputStream in, Queue<String> kept) throws IOException {
        String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (answer.startsWith("HTTP/1.1 201")) {
            String location = answer.lines().filter(line -> line.startsWith("Location: ")).findFirst().orElseThrow();
            kept.add(location.substring(location.indexOf("/api/v1/")).strip());
            return "201";
        }
        if (answer.startsWith("HTTP/1.1 503") && answer.contains("Retry-After: ")) {
            return "503 Retry-After";
        }
        return answer.isEmpty() ? "cut off: no answer" : answer;
    }
}
