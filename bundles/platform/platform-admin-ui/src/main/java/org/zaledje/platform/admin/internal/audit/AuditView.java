package org.zaledje.platform.admin.internal.audit;

import static org.zaledje.platform.admin.internal.audit.AuditViews.TEXTS;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridVariant;
import java.util.Optional;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditProof;
import org.zaledje.platform.audit.AuditRecord;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.VerificationReport;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.ui.Activity;
import org.zaledje.platform.ui.Download;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** Who did what to which record of the company, narrowed in the header; as a file; and proof that none was altered. */
final class AuditView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final transient AuditLog log;
    private final transient AuditProof proof;
    private final RecordList<AuditRecord> list;

    AuditView(AuditLog log, AuditProof proof) {
        super(TEXTS.text("audit"));
        this.log = log;
        this.proof = proof;
        this.list = new RecordList<AuditRecord>(AuditLog.RECORDS, query -> log.search(Optional.empty(), query))
                .text(TEXTS.text("when"), change -> Formats.current().moment(change.at())).field("at")
                .text(TEXTS.text("who"), AuditRecord::by).field("by")
                .text(TEXTS.text("action"), AuditRecord::action).field("action")
                .text(TEXTS.text("record.type"), change -> change.record().type()).field("recordType")
                .text(TEXTS.text("record.id"), change -> change.record().id()).field("recordId")
                .text(TEXTS.text("change"), Activity::change)
                .whenEmpty(new EmptyState("file-search", TEXTS.text("none"), TEXTS.text("none.todo")));
        list.grid().addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        list.grid().getColumns().get(2).setAutoWidth(false).setWidth("12.5rem");
        list.grid().getColumns().get(3).setAutoWidth(false).setWidth("9.5rem");
        list.grid().getColumns().get(4).setAutoWidth(false).setWidth("10rem");
        list.grid().getColumns().get(5).setAutoWidth(false).setWidth("15rem").setFlexGrow(2);
        Button verify = new Button(Language.tell(TEXTS.text("verify")), click -> verify());
        verify.setId("verify");
        verify.setDisableOnClick(true);
        verify.addClickListener(click -> verify.setEnabled(true));
        setActions(new Download(TEXTS.text("csv"), "audit.csv", "text/csv;charset=UTF-8",
                (Download.Content) out -> log.writeCsv(Optional.empty(), list.query(), out)), verify);
        setContent(list);
    }

    private static String first(Finding finding) {
        return finding.table() + " " + finding.id() + ": " + Language.tell(finding.detail());
    }

    private void verify() {
        try {
            VerificationReport report = proof.verify();
            if (report.state() == VerificationReport.State.CLEAN) {
                Messages.success(TEXTS.text("verify.clean", report.rows()));
            } else if (report.findings().isEmpty()) {
                Messages.problem(TEXTS.text("verify.failed"));
            } else {
                Messages.problem(TEXTS.text("verify.altered", report.faults(), first(report.findings().get(0))));
            }
        } catch (ProblemException e) {
            Messages.problem(e);
        }
        list.refresh();
    }
}
