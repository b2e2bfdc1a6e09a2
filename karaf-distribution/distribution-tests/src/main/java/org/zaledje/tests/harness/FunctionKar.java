package org.zaledje.tests.harness;

import aQute.bnd.osgi.Builder;
import aQute.bnd.osgi.Constants;
import aQute.bnd.osgi.Jar;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Builds archives of a small function (one table, one page, REST) from its sources, against the bundles of a
 * distribution, as an integrator's build would: in two versions, of which the second has another page and one more
 * column; in one that can't migrate its tables; and one that can't be resolved.
 */
public final class FunctionKar {

    private static final String NAME = "guestbook";
    private static final List<String> SOURCES =
            List.of("GuestRow.java", "GuestBookResource.java", "GuestBookFunction.java", "GuestBookView.java");

    private final Distribution distribution;
    private final Path folder;

    /** @param folder where archives are put and left */
    public FunctionKar(Distribution distribution, Path folder) {
        this.distribution = distribution;
        this.folder = folder;
    }

    /** What is special about an archive. */
    public enum Variant {
        VERSION_1("1.0.0", "since 2", "only broken", "only bad unit"),
        VERSION_2("2.0.0", "only 1", "only broken", "only bad unit"),
        BROKEN_CHANGELOG("3.0.0", "only 1", "only bad unit"),
        UNRESOLVABLE("4.0.0", "only 1", "only broken", "only bad unit"),
        BAD_UNIT("5.0.0", "only 1", "only broken");

        private final String version;
        private final List<String> leftOut;

        Variant(String version, String... leftOut) {
            this.version = version;
            this.leftOut = List.of(leftOut);
        }

        String adapt(String source) {
            return source.lines().filter(line -> leftOut.stream().noneMatch(line::contains))
                    .reduce("", (text, line) -> text + line + "\n");
        }
    }

    /** The archive of a variant of the function {@code guestbook}. */
    public Path build(Variant variant) {
        Map<String, String> sources = new HashMap<>();
        SOURCES.forEach(source -> sources.put("org/example/guestbook/" + source, variant.adapt(resource(source))));
        Path classes = folder.resolve("classes-" + variant.version);
        SourceCompiler.compile(sources, distribution.bundles(), classes);
        write(classes.resolve("META-INF/persistence.xml"), variant.adapt(resource("persistence.xml")));
        write(classes.resolve("db/guestbook/changelog.xml"), variant.adapt(resource("changelog.xml")));
        Map<String, String> instructions = new HashMap<>(Map.of(
                "Zaledje-Changelog", "db/guestbook/changelog.xml;datasource=zaledje-guestbook",
                "Meta-Persistence", "META-INF/persistence.xml",
                "Import-Package", "javax.persistence;version=\"[2.1,3)\",*",
                "-dsannotations-options", "norequirements"));
        if (variant == Variant.UNRESOLVABLE) {
            instructions.put("Import-Package", "org.example.nowhere,*");
        }
        return archive(NAME, variant.version, bundle(NAME, variant.version, classes, instructions));
    }

    /** What is wrong with a function that is called trouble. */
    public enum Trouble {
        /** Nothing. */
        NONE,
        /** Its activation throws. */
        THROWING,
        /** Its activation waits for ever, and ends when it is interrupted. */
        BLOCKING,
        /** Its activation never ends. */
        STUBBORN,
        /** It leaves a thread behind. */
        LEAKING,
        /** It takes the id of another function. */
        CLAIMING;

        private String adapt(String source) {
            String own = name().toLowerCase(Locale.ROOT);
            return source.lines()
                    .filter(line -> !line.contains("// only ") || line.endsWith("// only " + own))
                    .filter(line -> !line.endsWith("// not " + own))
                    .reduce("", (text, line) -> text + line + "\n");
        }
    }

    /** The archive of a function {@code trouble}, without tables, whose versions differ in what is wrong with them. */
    public Path build(Trouble trouble) {
        String version = "1." + trouble.ordinal() + ".0";
        Path classes = folder.resolve("trouble-" + version);
        SourceCompiler.compile(Map.of("org/example/trouble/TroubleResource.java",
                trouble.adapt(resource("trouble", "TroubleResource.java"))), distribution.bundles(), classes);
        Map<String, String> instructions = Map.of("-dsannotations-options", "norequirements");
        return archive("trouble", version, bundle("trouble", version, classes, instructions));
    }

    /** An archive with one bundle that holds nothing. */
    public Path buildEmpty() {
        Path nothing = folder.resolve("nothing");
        write(nothing.resolve("nothing.txt"), "nothing");
        return archive("nothing", "1.0.0", bundle("nothing", "1.0.0", nothing, Map.of()));
    }

    /** An archive with two jobs that write into a table: one each second, and one that goes on until it is cancelled. */
    public Path buildTicker() {
        Map<String, String> sources = new HashMap<>();
        for (String source : List.of("TickJob.java", "LongJob.java", "Ticks.java")) {
            sources.put("org/example/ticker/" + source, resource("ticker", source));
        }
        Path classes = folder.resolve("classes-ticker");
        SourceCompiler.compile(sources, distribution.bundles(), classes);
        write(classes.resolve("db/ticker/changelog.xml"), resource("ticker", "changelog.xml"));
        return archive("ticker", "1.0.0", bundle("ticker", "1.0.0", classes, Map.of(
                "Zaledje-Changelog", "db/ticker/changelog.xml;datasource=zaledje-ticker",
                "-dsannotations-options", "norequirements")));
    }

    /** An archive with a job that publishes events and a consumer that takes them, and tells how long that took. */
    public Path buildEventBench() {
        Path classes = folder.resolve("classes-eventbench");
        SourceCompiler.compile(Map.of("org/example/eventbench/EventBenchJob.java", resource("eventbench", "EventBenchJob.java")),
                distribution.bundles(), classes);
        write(classes.resolve("db/eventbench/changelog.xml"), resource("eventbench", "changelog.xml"));
        return archive("eventbench", "1.0.0", bundle("eventbench", "1.0.0", classes, Map.of(
                "Zaledje-Changelog", "db/eventbench/changelog.xml;datasource=zaledje-eventbench",
                "-dsannotations-options", "norequirements")));
    }

    private static String resource(String name) {
        return resource(NAME, name);
    }

    private static String resource(String function, String name) {
        try (var in = FunctionKar.class.getResourceAsStream(function + "/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bundle(String name, String version, Path content, Map<String, String> instructions) {
        try (Builder builder = new Builder()) {
            builder.setBundleSymbolicName("org.example." + name);
            builder.setBundleVersion(version);
            builder.setProperty(Constants.INCLUDERESOURCE, content.toString());
            builder.addProperties(instructions);
            for (Path library : SourceCompiler.classPath(distribution.bundles())) {
                builder.addClasspath(library.toFile());
            }
            try (Jar jar = builder.build()) {
                if (!builder.getErrors().isEmpty()) {
                    throw new IllegalStateException(builder.getErrors().toString());
                }
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                jar.write(bytes);
                return bytes.toByteArray();
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("bundle " + name, e);
        }
    }

    private Path archive(String name, String version, byte[] bundle) {
        String features = """
                <?xml version="1.0" encoding="UTF-8"?>
                <features name="zaledje-%1$s-%2$s" xmlns="http://karaf.apache.org/xmlns/features/v1.6.0">
                  <feature name="zaledje-%1$s" version="%2$s">
                    <bundle start-level="85">mvn:org.example/%1$s/%2$s</bundle>
                  </feature>
                </features>
                """.formatted(name, version);
        Path file = folder.resolve("zaledje-" + name + "-" + version + ".kar");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n".getBytes(StandardCharsets.UTF_8));
            put(zip, "repository/org/example/zaledje-%1$s/%2$s/zaledje-%1$s-%2$s-features.xml".formatted(name, version),
                    features.getBytes(StandardCharsets.UTF_8));
            put(zip, "repository/org/example/%1$s/%2$s/%1$s-%2$s.jar".formatted(name, version), bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
