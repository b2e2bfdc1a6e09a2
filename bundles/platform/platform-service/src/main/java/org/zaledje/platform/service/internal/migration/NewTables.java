package org.zaledje.platform.service.internal.migration;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import liquibase.exception.LiquibaseException;
import org.zaledje.platform.service.internal.database.TableGate;

/** Makes the tables of bundles in an empty database that nobody uses. */
public final class NewTables {

    private NewTables() {
    }

    /**
     * Applies the changelog of each bundle that has one.
     *
     * @param bundles jars; the platform's own comes first, for what is applied is noted in one of its tables
     * @return by the name of its data source, the fingerprint by which a database knows a changelog
     */
    public static Map<String, String> make(DataSource database, List<Path> bundles) throws IOException, SQLException {
        Migrator migrator = new Migrator(database, owner -> new TableGate(), Clock.systemUTC());
        Map<String, String> made = new HashMap<>();
        for (Path bundle : bundles) {
            Optional<JarChangelog> found = JarChangelog.of(bundle);
            if (found.isPresent()) {
                try (JarChangelog changelog = found.get()) {
                    migrator.migrate(changelog.changelog(), changelog.files());
                    made.put(changelog.changelog().dataSource(),
                            ChangelogFingerprint.of(changelog.changelog(), changelog.files()));
                } catch (LiquibaseException e) {
                    throw new SQLException("The tables of " + bundle.getFileName() + " can't be made", e);
                }
            }
        }
        return made;
    }
}
