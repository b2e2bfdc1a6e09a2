package org.zaledje.platform.service.internal.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseSettingsTest {

    private static final Path DATA = Path.of("/var/zaledje");

    @Test
    void withoutConfigurationTheDatabaseIsAFileBelowTheData() {
        DatabaseSettings settings = DatabaseSettings.of(Map.of("url", " "), DATA);
        assertTrue(settings.isH2());
        assertTrue(settings.url().startsWith("jdbc:h2:async:/var/zaledje/database/zaledje;"), settings.url());
    }

    @Test
    void threePropertiesChooseAnother() {
        DatabaseSettings settings = DatabaseSettings.of(
                Map.of("url", "jdbc:postgresql://db/z", "user", "z", "password", "secret"), DATA);
        assertEquals(new DatabaseSettings("jdbc:postgresql://db/z", "z", "secret"), settings);
        assertFalse(settings.toString().contains("secret"));
        assertEquals("jdbc:postgresql://db/z",
                new DatabaseSettings("jdbc:postgresql://db/z?password=x", "z", "").toString());
    }

    @Test
    void anUnknownDatabaseIsNamed() {
        Exception problem = assertThrows(IllegalArgumentException.class,
                () -> DatabaseSettings.of(Map.of("url", "jdbc:mysql://db/z"), DATA));
        assertTrue(problem.getMessage().contains("jdbc:mysql://db/z"));
    }

    @ParameterizedTest
    @CsvSource({"08006,true", "57P01,true", "90098,true", "23505,false", "42P01,false", "40001,false"})
    void onlyALostConnectionIsThrownAway(String state, boolean lost) {
        assertEquals(lost, new LostConnections().isExceptionFatal(new SQLException("", state)));
    }
}
