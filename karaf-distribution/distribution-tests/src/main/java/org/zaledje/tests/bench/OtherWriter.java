package org.zaledje.tests.bench;

import java.util.Locale;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Zaledje;

/** Somebody who writes a note again and again while something else goes on: how long they wait, and how often in vain. */
final class OtherWriter {

    private static final int PAUSE_MILLIS = 200;

    private final Zaledje zaledje;
    private final Thread thread = new Thread(this::write, "other writer");
    private volatile boolean ended;
    private long written;
    private long refused;
    private String retryAfter = "";
    private double longest;
    private double blockedMost;

    OtherWriter(Zaledje zaledje) {
        this.zaledje = zaledje;
        thread.start();
    }

    private void write() {
        long lastWritten = System.nanoTime();
        while (!ended) {
            long begun = System.nanoTime();
            Answer answer = zaledje.rest().post("/api/v1/notes", "{\"title\":\"Meanwhile\",\"text\":\"\"}");
            long now = System.nanoTime();
            longest = Math.max(longest, (now - begun) / 1e9);
            if (answer.status() == 201) {
                written++;
                blockedMost = Math.max(blockedMost, (now - lastWritten) / 1e9);
                lastWritten = now;
            } else if (answer.status() == 503) {
                refused++;
                retryAfter = ", the last with Retry-After " + answer.header("Retry-After");
            } else {
                throw new IllegalStateException(answer.toString());
            }
            pause();
        }
        blockedMost = Math.max(blockedMost, (System.nanoTime() - lastWritten) / 1e9);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What has come of it. */
    String end() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return String.format(Locale.ROOT, "another writer: %d written, %d refused with 503%s; longest answer %.1f s,"
                + " longest time without one written %.1f s", written, refused, retryAfter, longest, blockedMost);
    }
}
