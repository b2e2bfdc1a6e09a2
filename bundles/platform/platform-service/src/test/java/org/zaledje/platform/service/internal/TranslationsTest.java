package org.zaledje.platform.service.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TranslationsTest {

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d+}");

    @Test
    void eachTextIsInBothLanguagesWithTheSameArguments() throws IOException {
        List<Path> english = find("texts.properties");
        assertFalse(english.isEmpty());
        for (Path file : english) {
            Properties texts = read(file);
            Properties slovenian = read(file.resolveSibling("texts_sl.properties"));
            assertEquals(texts.stringPropertyNames(), slovenian.stringPropertyNames(), file.toString());
            for (String key : texts.stringPropertyNames()) {
                assertEquals(arguments(texts.getProperty(key)), arguments(slovenian.getProperty(key)),
                        file + " " + key);
                assertFalse(texts.getProperty(key).contains("{0}") && texts.getProperty(key).matches(".*[^']'[^'].*"),
                        file + " " + key + ": an apostrophe beside arguments must be doubled");
            }
        }
    }

    private static List<Path> find(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            return files.filter(file -> file.getFileName().toString().equals(name)).toList();
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results()
                .map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
