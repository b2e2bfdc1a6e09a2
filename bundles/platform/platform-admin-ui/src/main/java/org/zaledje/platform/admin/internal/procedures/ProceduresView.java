package org.zaledje.platform.admin.internal.procedures;

import static org.zaledje.platform.admin.internal.procedures.ProcedureViews.TEXTS;

import java.util.Optional;
import org.zaledje.platform.paging.Page;
import org.zaledje.platform.procedure.Procedure;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.ui.Badge;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** The procedures of the functions that are there. */
final class ProceduresView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    ProceduresView(Procedures procedures) {
        super(TEXTS.text("procedures"));
        setContent(new RecordList<Procedure>(request -> new Page<>(procedures.types().stream()
                        .flatMap(type -> procedures.current(type.id()).stream()).toList(), Optional.empty()))
                .link(TEXTS.text("procedure"), each -> Language.tell(each.plan().title()),
                        each -> ProcedureViews.PROCEDURES + "/" + each.id())
                .state(TEXTS.text("active"), each -> TEXTS.text(each.plan().active() ? "on" : "off"),
                        each -> each.plan().active() ? Badge.Mood.GOOD : Badge.Mood.NEUTRAL)
                .text(TEXTS.text("version"), each -> String.valueOf(each.version()))
                .text(TEXTS.text("changed-by"), Procedure::publishedBy)
                .whenEmpty(new EmptyState("cluster", TEXTS.text("none"), TEXTS.text("none.text"))));
    }
}
