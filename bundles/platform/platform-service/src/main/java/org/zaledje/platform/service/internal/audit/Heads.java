package org.zaledje.platform.service.internal.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.audit.ChainHead;

/** Heads of the chain in files, outside the database: one a day, those exported by hand, and the last one known here. */
@Component(service = Heads.class)
public final class Heads {

    /** The newest exported heads that a verification compares with: more than ten years of days. */
    static final int COMPARED_MAX = 5_000;

    private static final Logger LOG = LoggerFactory.getLogger(Heads.class);
    private static final int FILE_BYTES_MAX = 1_000;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern FORM = Pattern.compile(
            "\\{\"length\":(\\d{1,18}),\"hash\":\"([0-9a-f]{64})\",\"at\":\"[^\"]{1,40}\"\\}\\s*");

    private final AuditSettings settings;
    private final Clock clock;
    private volatile LocalDate exportedFor = LocalDate.MIN;

    @Activate
    public Heads(@Reference AuditSettings settings, @Reference Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A head that was kept, and the file that holds it; no head when the file can't be read as one. */
    record Kept(Path file, Optional<Head> head) {
    }

    ChainHead at(Head head) {
        return new ChainHead(head.position(), head.hash(), clock.instant());
    }

    /** Notes the newest head that this node knows of, so that a cut-off end is missed. */
    void remember(Head head) {
        try {
            Files.createDirectories(settings.last().getParent());
            Path fresh = settings.last().resolveSibling("last-head.new");
            Files.writeString(fresh, json(at(head)));
            Files.move(fresh, settings.last(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The head of the audit trail can't be noted in {}: {}", settings.last(), e.toString());
        }
    }

    /** The newest head that this node knows of; empty before the first, and when its file can't be read. */
    Optional<Head> last() {
        return Files.exists(settings.last()) ? read(settings.last()).head() : Optional.empty();
    }

    /**
     * Puts the last known head, which the chain contradicts, among the exported ones, so that later verifications find
     * the contradiction too when the chain has grown on from where it was cut.
     */
    void preserve(Head contradicted) {
        Path file = settings.heads().resolve("head-contradicted-" + STAMP.format(clock.instant()) + ".json");
        try {
            Files.createDirectories(settings.heads());
            Files.move(settings.last(), file);
            LOG.error("The chain of the audit trail was altered: it had link {}, which is not there as it was. The proof"
                    + " is kept in {}; zaledje:verify tells more", contradicted.position(), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Exports the head once a day (UTC). */
    void exportDaily(Head head) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (today.equals(exportedFor)) {
            return;
        }
        try {
            write(settings.heads().resolve("head-" + today + ".json"), at(head));
        } catch (FileAlreadyExistsException e) {
            LOG.debug("Today's head is exported already");
        } catch (IOException e) {
            LOG.error("The head of the audit trail can't be exported to {}: {}", settings.heads(), e.toString());
        }
        exportedFor = today;
    }

    /** Exports the head now. */
    ChainHead export(Head head) {
        ChainHead exported = at(head);
        try {
            write(settings.heads().resolve("head-" + STAMP.format(exported.at()) + ".json"), exported);
            return exported;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was kept, newest last. */
    List<Kept> kept() {
        List<Kept> kept = new ArrayList<>();
        try {
            if (Files.isDirectory(settings.heads())) {
                try (Stream<Path> files = Files.list(settings.heads())) {
                    files.filter(file -> file.getFileName().toString().matches("head-.*\\.json"))
                            .sorted(Comparator.reverseOrder()).limit(COMPARED_MAX).map(Heads::read).forEach(kept::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (Files.exists(settings.last())) {
            kept.add(read(settings.last()));
        }
        return kept;
    }

    private static void write(Path file, ChainHead head) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json(head), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    private static String json(ChainHead head) {
        Instant at = head.at();
        return "{\"length\":" + head.length() + ",\"hash\":\"" + head.hash() + "\",\"at\":\"" + at + "\"}\n";
    }

    private static Kept read(Path file) {
        try {
            if (Files.size(file) > FILE_BYTES_MAX) {
                return new Kept(file, Optional.empty());
            }
            Matcher form = FORM.matcher(Files.readString(file));
            return new Kept(file, form.matches()
                    ? Optional.of(new Head(Long.parseLong(form.group(1)), form.group(2))) : Optional.empty());
        } catch (IOException e) {
            LOG.warn("{} can't be read: {}", file, e.toString());
            return new Kept(file, Optional.empty());
        }
    }
}
