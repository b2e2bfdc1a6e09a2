package org.zaledje.platform.shell.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShellTextsTest {

    @Test
    void everyTextIsThereInEnglishAndSlovenian() throws IOException {
        List<Path> english;
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources"))) {
            english = files.filter(file -> file.getFileName().toString().equals("texts.properties")).toList();
        }
        assertFalse(english.isEmpty());
        for (Path file : english) {
            Properties slovenian = read(file.resolveSibling("texts_sl.properties"));
            assertEquals(read(file).keySet(), slovenian.keySet(), file.toString());
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            texts.load(reader);
        }
        return texts;
    }
}
