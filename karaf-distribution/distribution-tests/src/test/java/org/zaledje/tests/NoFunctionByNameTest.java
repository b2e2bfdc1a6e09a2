package org.zaledje.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The platform works with whatever function comes: none is named in its sources. */
class NoFunctionByNameTest {

    private static final Path ROOT = Path.of("../..");
    private static final List<String> PLATFORM = List.of("bundles/platform", "features/zaledje-platform",
            "karaf-distribution/src/main/resources");
    private static final Set<String> BUILT = Set.of("target", "node_modules", "test");

    @Test
    void noSourceOfThePlatformNamesAFunction() throws IOException {
        List<String> found = new ArrayList<>();
        for (String folder : PLATFORM) {
            for (Path file : sources(ROOT.resolve(folder))) {
                NamedFunctions named = new NamedFunctions(functions());
                named.in(file.getFileName().toString(), text(file)).forEach(line -> found.add(file + ": " + line));
            }
        }

        assertThat(found).isEmpty();
    }

    @Test
    void theFunctionsAreThoseThatHaveAFolder() throws IOException {
        assertThat(functions()).contains("accounting", "notes").doesNotContain("platform", "samples");
    }

    @Test
    void theSourcesOfThePlatformAreLookedAt() throws IOException {
        assertThat(sources(ROOT.resolve("bundles/platform"))).extracting(file -> file.getFileName().toString())
                .contains("BackOfficeFunction.java", "texts_sl.properties", "pom.xml");
        assertThat(sources(ROOT.resolve("karaf-distribution/src/main/resources")))
                .extracting(file -> file.getFileName().toString()).contains("zaledje");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A.java         | if (id.equals("accounting")) {
            A.java         | String path = "/api/v1/accounting/entries";
            A.java         | import org.zaledje.accounting.ledger.Ledger;
            A.java         | private final AccountingService service;
            A.java         | String url = "http://localhost/accounting"; // why
            features.xml   | <bundle>mvn:org.zaledje/accounting-api/0.1.0</bundle>
            texts.properties | install=zaledje:install accounting
            zaledje        | cp "$home/functions/zaledje-accounting-0.1.0.kar" deploy/
            style.css      | a[data-function="it"] { color: red }
            A.java         | case "it" -> 1;
            """)
    void namingAFunctionIsFound(String file, String line) {
        assertThat(new NamedFunctions(Set.of("accounting", "it")).in(file, line)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A.java         | /** For example {@code accounting}. */
            A.java         | // as accounting does
            A.java         | String text = "Send it again, and it works.";
            A.java         | item.accept(iterator.next());
            A.java         | throw new IllegalStateException("this is it: " + it);
            features.xml   | <!-- accounting comes by itself -->
            texts.properties | hint=Compare it with the description, and send it.
            texts.properties | # for example accounting
            zaledje        | # accounting and others
            style.css      | /* accounting */
            """)
    void speakingOfAFunctionIsNoCoupling(String file, String line) {
        assertThat(new NamedFunctions(Set.of("accounting", "it")).in(file, line)).isEmpty();
    }

    /** Ids of functions: the folders of bundles/, and of its samples. */
    private static Set<String> functions() throws IOException {
        Set<String> ids = new TreeSet<>();
        for (String folder : List.of("bundles", "bundles/samples")) {
            try (Stream<Path> children = Files.list(ROOT.resolve(folder))) {
                children.filter(Files::isDirectory).map(child -> child.getFileName().toString()).forEach(ids::add);
            }
        }
        ids.removeAll(Set.of("platform", "samples"));
        return ids;
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(folder.relativize(file).toString().split("/")).noneMatch(BUILT::contains))
                    .filter(file -> NamedFunctions.isText(file.getFileName().toString()))
                    .sorted().toList();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
