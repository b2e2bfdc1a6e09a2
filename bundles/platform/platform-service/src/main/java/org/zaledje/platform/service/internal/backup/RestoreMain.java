package org.zaledje.platform.service.internal.backup;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.zaledje.platform.service.internal.database.DatabaseSettings;

/** The launcher's command that restores a backup while the platform does not run. */
public final class RestoreMain {

    private static final String PASSPHRASE = "ZALEDJE_BACKUP_PASSPHRASE";

    /** It would tell of each table that it makes. */
    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

    private RestoreMain() {
    }

    /** Arguments: the backup, and the data directory; with a third one the backup is only proven, in a folder beside it. */
    public static void main(String[] arguments) {
        if (arguments.length > 2) {
            prove(Path.of(arguments[0]), Path.of(arguments[1]));
            return;
        }
        Path file = Path.of(arguments[0]);
        Path data = Path.of(arguments[1]);
        try {
            if (!Files.isReadable(file)) {
                throw new RefusedRestore("There is no readable file " + file);
            }
            LIQUIBASE.setLevel(Level.WARNING);
            DatabaseSettings settings = settings(data);
            DataSource database = settings.driver();
            Restore.Result result = new Restore(database, data, platform()).from(file, passphrase());
            if (settings.isH2()) {
                try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
                    statement.execute("shutdown");
                }
            }
            System.out.printf("Restored %d rows of %d tables, and %d files, into %s.%n",
                    result.rows(), result.tables(), result.files(), data);
        } catch (DamagedBackup e) {
            end("the backup can't be used: " + e.getMessage() + ". Nothing was changed.");
        } catch (RefusedRestore e) {
            end(e.getMessage() + ". Nothing was changed.");
        } catch (IOException | SQLException | RuntimeException e) {
            end("restoring failed, and what had been written was taken away again: " + e);
        }
    }

    private static void prove(Path file, Path scratch) {
        try {
            Drill.Result proven = Drill.of(file, passphrase(), scratch, Optional.empty());
            System.out.printf("The backup is whole: %d rows of %d tables of %s, and %d files. %s%n", proven.rows(), proven.tables(),
                    proven.engine(), proven.files(), proven.restored() ? "It was restored for a trial."
                            : "It was read and not restored: that needs an empty database of " + proven.engine() + ".");
        } catch (IOException | SQLException | RuntimeException e) {
            end("the backup can't be used: " + e.getMessage() + ".");
        }
    }

    /** Bundles of the platform, as the launcher names them. */
    private static List<Path> platform() {
        return Arrays.stream(System.getProperty("zaledje.bundles", "").split(File.pathSeparator))
                .filter(name -> !name.isEmpty()).map(Path::of).toList();
    }

    private static DatabaseSettings settings(Path data) throws IOException {
        Properties properties = new Properties();
        Path file = data.resolve("etc/org.zaledje.database.cfg");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                properties.load(in);
            }
        }
        Map<String, Object> settings = new HashMap<>();
        properties.forEach((name, value) -> settings.put(name.toString(), value));
        return DatabaseSettings.of(settings, data.toAbsolutePath().normalize());
    }

    private static char[] passphrase() throws RefusedRestore {
        String given = System.getenv(PASSPHRASE);
        if (given != null && !given.isEmpty()) {
            return given.toCharArray();
        }
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("Passphrase of the backup: ");
        if (typed == null) {
            throw new RefusedRestore("The passphrase of the backup is missing: set " + PASSPHRASE);
        }
        return typed;
    }

    private static void end(String message) {
        System.err.println("zaledje: " + message);
        System.exit(1);
    }
}
