package org.zaledje.accounting.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
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
import org.zaledje.accounting.AccountingPermissions;

class AccountingTextsTest {

    private static final Pattern KEY =
            Pattern.compile("\"((?:accounting\\.(?:entry|invoice|verify|account)|function|exchange|column|role|reference)\\.[a-z.-]+|approval(?:\\.[a-z]+)?)\"");

    /** Permissions look like keys of texts. */
    private static final Pattern PERMISSION = Pattern.compile(".*\\.(post|read|submit|import|posted|received|accepted|rejected)");

    @Test
    void everyTextThatIsUsedIsThereInBothLanguagesAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(Files::isRegularFile).forEach(source -> collect(source, used));
        }
        AccountingPermissions.ALL.forEach(permission -> used.add("permission." + permission));

        assertThat(load("texts.properties").stringPropertyNames()).isEqualTo(used);
        assertThat(load("texts_sl.properties").stringPropertyNames()).isEqualTo(used);
    }

    @Test
    void bothLanguagesHaveTheSameArguments() throws IOException {
        Properties slovenian = load("texts_sl.properties");
        load("texts.properties").forEach((key, english) ->
                assertThat(arguments(slovenian.getProperty((String) key))).as((String) key)
                        .isEqualTo(arguments((String) english)));
    }

    private static void collect(Path source, Set<String> keys) {
        try {
            Matcher matcher = KEY.matcher(Files.readString(source));
            while (matcher.find()) {
                if (!PERMISSION.matcher(matcher.group(1)).matches()) {
                    keys.add(matcher.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group());
        }
        return arguments;
    }

    private static Properties load(String file) throws IOException {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(AccountingTexts.class.getResourceAsStream(file),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
