package org.zaledje.tests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a Java process holds in memory after its garbage has been collected, as {@code jcmd} tells it.
 *
 * @param heapKilobytes      objects that are in use
 * @param metaspaceKilobytes descriptions of classes that are in use, and what the compiler notes of methods as they warm up
 * @param classes            classes, without those that the JDK makes for single methods
 * @param loaders            class loaders, without those that the JDK makes for single methods
 */
public record Memory(long heapKilobytes, long metaspaceKilobytes, long classes, long loaders) {

    private static final Pattern HEAP = Pattern.compile("(?m)^Total +\\d+ +(\\d+)$");
    private static final Pattern METASPACE = Pattern.compile("(?m)^ *Metaspace +used (\\d+)K");
    private static final Pattern LOADERS = Pattern.compile("(?m)^Total = +(\\d+)");
    private static final Pattern CLASSES = Pattern.compile("(?m)^Total = +\\d+ +(\\d+)");
    private static final Pattern FOR_ONE_METHOD = Pattern.compile("DelegatingClassLoader");

    /** Collects the garbage of a process, and looks. */
    public static Memory of(long pid) {
        // What is found to be collectable may hold what only the next collection finds.
        jcmd(pid, "GC.run");
        long heapBytes = number(HEAP, jcmd(pid, "GC.class_histogram"));
        String loaders = jcmd(pid, "VM.classloader_stats");
        long forOneMethod = FOR_ONE_METHOD.matcher(loaders).results().count();
        return new Memory(heapBytes / 1024, number(METASPACE, jcmd(pid, "GC.heap_info")),
                number(CLASSES, loaders) - forOneMethod, number(LOADERS, loaders) - forOneMethod);
    }

    private static long number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in\n" + text);
        }
        return Long.parseLong(matcher.group(1));
    }

    private static String jcmd(long pid, String command) {
        try {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                    String.valueOf(pid), command).redirectErrorStream(true).start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("jcmd " + command + ": " + answer);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static long residentKilobytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", "" + pid, "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong).findFirst()
                    .orElseThrow(() -> new IllegalStateException("no memory is told of process " + pid));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
