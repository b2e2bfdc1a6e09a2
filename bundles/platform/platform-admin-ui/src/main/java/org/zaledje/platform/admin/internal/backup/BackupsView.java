package org.zaledje.platform.admin.internal.backup;

import static org.zaledje.platform.admin.internal.backup.BackupViews.TEXTS;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.util.Map;
import java.util.Optional;
import org.zaledje.platform.backup.Backups;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.ui.Badge.Mood;
import org.zaledje.platform.ui.Code;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.JobStarter;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** The backups there are, a button that makes one, and how one is restored. */
final class BackupsView extends ViewLayout {

    private static final long serialVersionUID = 1L;
    private static final double BYTES_OF_MB = 1_000_000;

    private final transient Backups backups;

    BackupsView(Backups backups, Jobs jobs) {
        super(TEXTS.text("backups"));
        this.backups = backups;
        RecordList<Backups.Kept> list = new RecordList<Backups.Kept>(request -> new Page<>(backups.kept(), Optional.empty()))
                .text(TEXTS.text("file"), kept -> kept.file().getFileName().toString())
                .text(TEXTS.text("made"), kept -> Formats.current().moment(kept.madeAt()))
                .text(TEXTS.text("size"), kept -> String.format(Language.current(), "%.1f MB", kept.bytes() / BYTES_OF_MB))
                .state(TEXTS.text("proof"), kept -> TEXTS.text(kept.provenAt().isPresent() ? "proven" : "not-proven"),
                        kept -> kept.provenAt().isPresent() ? Mood.GOOD : Mood.BAD)
                .whenEmpty(new EmptyState("archive", TEXTS.text("none"), TEXTS.text("none.todo")));
        list.grid().setAllRowsVisible(true);
        setContent(new JobStarter(jobs, Backups.JOB, Map::of, TEXTS.text("make")).whenEnded(run -> list.refresh()),
                list, howToRestore());
    }

    private Div howToRestore() {
        Div how = new Div(new H2(Language.tell(TEXTS.text("restore"))), new Paragraph(Language.tell(TEXTS.text("restore.how"))));
        for (String command : new String[] {"bin/zaledje restore FILE --verify", "bin/zaledje restore FILE --data NEW-DIR",
                "bin/zaledje run --data NEW-DIR"}) {
            how.add(new Paragraph(new Code(command)));
        }
        how.add(new Paragraph(Language.tell(TEXTS.text("folder", backups.folder().toString()))));
        return how;
    }
}
