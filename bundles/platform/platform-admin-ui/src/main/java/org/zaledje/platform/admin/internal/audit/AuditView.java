package org.zaledje.platform.admin.internal.audit;

import static org.zaledje.platform.admin.internal.audit.AuditViews.TEXTS;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.orderedlayout.FlexComponent.Alignment;
import com.vaadin.flow.component.orderedlayout.FlexLayout;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditProof;
import org.zaledje.platform.audit.AuditQuery;
import org.zaledje.platform.audit.AuditRecord;
import org.zaledje.platform.audit.Finding;
import org.zaledje.platform.audit.VerificationReport;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.ui.Activity;
import org.zaledje.platform.ui.DateField;
import org.zaledje.platform.ui.Download;
import org.zaledje.platform.ui.EmptyState;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.RecordList;
import org.zaledje.platform.ui.ViewLayout;

/** Who did what to which record of the company, narrowed by what is typed above; as a file; and proof that none was altered. */
final class AuditView extends ViewLayout {

    private static final long serialVersionUID = 1L;

    private final transient AuditLog log;
    private final transient AuditProof proof;
    private final TextField who = field("who");
    private final TextField action = field("action");
    private final TextField type = field("record.type");
    private final TextField id = field("record.id");
    private final DateField from = new DateField(TEXTS.text("from"));
    private final DateField until = new DateField(TEXTS.text("until"));
    private final RecordList<AuditRecord> list;

    AuditView(AuditLog log, AuditProof proof) {
        super(TEXTS.text("audit"));
        this.log = log;
        this.proof = proof;
        this.list = new RecordList<AuditRecord>(page -> log.search(query(), page))
                .text(TEXTS.text("when"), change -> Formats.current().moment(change.at()))
                .text(TEXTS.text("who"), AuditRecord::by)
                .text(TEXTS.text("action"), AuditRecord::action)
                .text(TEXTS.text("record"), change -> change.record().toString())
                .text(TEXTS.text("change"), Activity::change)
                .whenEmpty(new EmptyState("file-search", TEXTS.text("none"), TEXTS.text("none.todo")));
        list.grid().addThemeVariants(GridVariant.LUMO_WRAP_CELL_CONTENT);
        list.grid().getColumns().get(3).setAutoWidth(false).setWidth("15rem");
        list.grid().getColumns().get(4).setAutoWidth(false).setWidth("15rem").setFlexGrow(2);
        Button verify = new Button(Language.tell(TEXTS.text("verify")), click -> verify());
        verify.setId("verify");
        verify.setDisableOnClick(true);
        verify.addClickListener(click -> verify.setEnabled(true));
        setActions(new Download(TEXTS.text("csv"), "audit.csv", "text/csv;charset=UTF-8",
                (Download.Content) out -> log.writeCsv(query(), out)), verify);
        setContent(filters(), list);
    }

    private static TextField field(String key) {
        TextField field = new TextField(Language.tell(TEXTS.text(key)));
        field.setClearButtonVisible(true);
        field.setMaxLength(100);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        return field;
    }

    private Component filters() {
        List.of(who, action, type, id).forEach(field -> field.addValueChangeListener(change -> list.refresh()));
        List.of(from, until).forEach(field -> field.addValueChangeListener(change -> list.refresh()));
        Stream.<HasSize>of(who, action, type, id, from, until).forEach(field -> field.setWidth("9.5rem"));
        FlexLayout line = new FlexLayout(who, action, type, id, from, until);
        line.setAlignItems(Alignment.BASELINE);
        line.setFlexWrap(FlexLayout.FlexWrap.WRAP);
        line.getStyle().set("gap", "var(--lumo-space-s)");
        Div filters = new Div(line);
        filters.getElement().setAttribute("role", "search");
        return filters;
    }

    private AuditQuery query() {
        ZoneId here = ZoneId.systemDefault();
        return new AuditQuery(Optional.empty(), typed(who), typed(action), typed(type), typed(id),
                from.getOptionalValue().map(day -> day.atStartOfDay(here).toInstant()),
                until.getOptionalValue().map((LocalDate day) -> day.plusDays(1).atStartOfDay(here).toInstant()));
    }

    private static Optional<String> typed(TextField field) {
        return Optional.of(field.getValue().strip()).filter(text -> !text.isEmpty());
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
