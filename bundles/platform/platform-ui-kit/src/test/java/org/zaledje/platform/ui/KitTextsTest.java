package org.zaledje.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class KitTextsTest {

    @Test
    void everyTextIsThereInBothLanguages() throws IOException {
        for (String folder : List.of("", "record/", "chart/", "task/")) {
            assertThat(read(folder + "texts_sl.properties").stringPropertyNames())
                    .isEqualTo(read(folder + "texts.properties").stringPropertyNames());
        }
    }

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader in = new InputStreamReader(KitTexts.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
