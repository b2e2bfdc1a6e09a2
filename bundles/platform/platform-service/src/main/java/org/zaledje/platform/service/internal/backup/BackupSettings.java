package org.zaledje.platform.service.internal.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.service.internal.home.PlatformHome;

/** How backups are made by themselves, as an administrator has set it. */
@Component(service = BackupSettings.class, configurationPid = "org.zaledje.backup")
public final class BackupSettings {

    private static final String PASSPHRASE = "ZALEDJE_BACKUP_PASSPHRASE";

    private final Path folder;
    private final Optional<String> cron;
    private final int keep;
    private final int warningHours;
    private final Optional<Path> passphraseFile;

    /** What an administrator can set. */
    @interface Settings {
        /** When backups are made by themselves: minute, hour, day of month, month, day of week. Empty: only by hand. */
        String cron() default "";

        /** Where they go; below the data directory unless absolute. */
        String folder() default "backup";

        /** How many stay. */
        int keep() default 14;

        /** Hours after which health tells that the last proven one is old, when they are made by themselves. */
        int warning_hours() default 48;

        /** A file that holds the passphrase, when the environment does not. */
        String passphrase_file() default "";
    }

    @Activate
    public BackupSettings(Settings settings, @Reference PlatformHome home) {
        folder = home.data().resolve(settings.folder());
        cron = Optional.of(settings.cron().strip()).filter(text -> !text.isEmpty());
        keep = Math.max(1, settings.keep());
        warningHours = settings.warning_hours();
        passphraseFile = Optional.of(settings.passphrase_file().strip()).filter(text -> !text.isEmpty()).map(home.data()::resolve);
    }

    Path folder() {
        return folder;
    }

    Optional<String> cron() {
        return cron;
    }

    int keep() {
        return keep;
    }

    int warningHours() {
        return warningHours;
    }

    /** The passphrase of the environment, or of the file; empty when there is neither. */
    Optional<char[]> passphrase() throws IOException {
        String given = System.getenv(PASSPHRASE);
        if (given != null && !given.isEmpty()) {
            return Optional.of(given.toCharArray());
        }
        return passphraseFile.isEmpty() ? Optional.empty()
                : Optional.of(Files.readString(passphraseFile.get(), StandardCharsets.UTF_8).strip().toCharArray());
    }
}
