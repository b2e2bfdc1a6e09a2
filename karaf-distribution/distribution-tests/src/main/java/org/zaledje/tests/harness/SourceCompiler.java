package org.zaledje.tests.harness;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.osgi.service.component.annotations.Component;

/** Compiles sources that a test has made. */
final class SourceCompiler {

    /** Of the platform's bundles, those that a function's sources may use. */
    private static final Pattern OFFERED = Pattern.compile(
            "(platform-|vaadin-runtime|persistence-api|org\\.apache\\.aries\\.jpa\\.api|.*ws\\.rs|.*jaxrs-api).*");

    private SourceCompiler() {
    }

    /**
     * Compiles into a folder.
     *
     * @param sources by path
     * @param bundles where the bundles of the platform are chosen from
     */
    static void compile(Map<String, String> sources, List<Path> bundles, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(Files.createDirectories(classes)));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath(bundles));
            List<Source> units = sources.entrySet().stream()
                    .map(source -> new Source(source.getKey(), source.getValue())).toList();
            List<String> options = List.of("--release", "17", "-parameters", "-proc:none");
            if (!compiler.getTask(messages, files, null, options, null, units).call()) {
                throw new IllegalStateException(messages.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a function is compiled against: bundles of the platform, and annotations that the compiler alone needs. */
    static List<Path> classPath(List<Path> bundles) {
        List<Path> path = new ArrayList<>(bundles.stream()
                .filter(bundle -> OFFERED.matcher(bundle.getFileName().toString()).matches()).toList());
        try {
            path.add(Path.of(Component.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return path;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String path, String text) {
            super(URI.create("memory:///" + path), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
