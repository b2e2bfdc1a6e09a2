package org.zaledje.platform.ui.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UiTextsTest {

    private static final Pattern KEY = Pattern.compile("UiTexts\\.(?:text|tell)\\(\"([a-zA-Z.-]+)\"[,)]");

    private final Properties english = read("texts.properties");
    private final Properties slovenian = read("texts_sl.properties");

    @Test
    void everyTextIsThereInBothLanguages() {
        assertThat(slovenian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(slovenian.values()).noneMatch(text -> text.toString().isBlank());
    }

    @Test
    void everyTextThatAPageAsksForIsThere() throws IOException {
        assertThat(keysInSources()).hasSizeGreaterThan(30).allMatch(english::containsKey);
    }

    private static Set<String> keysInSources() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher key = KEY.matcher(Files.readString(file));
                while (key.find()) {
                    keys.add(key.group(1));
                }
            }
        }
        return keys;
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(UiTexts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return texts;
    }
}
