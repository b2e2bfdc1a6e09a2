package org.zaledje.platform.admin.internal.procedures;

import static org.zaledje.platform.admin.internal.procedures.ProcedureViews.TEXTS;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zaledje.platform.procedure.Procedure;
import org.zaledje.platform.procedure.ProcedurePlan;
import org.zaledje.platform.procedure.ProcedureType;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.procedure.Step;
import org.zaledje.platform.rest.ExpectedVersion;
import org.zaledje.platform.ui.Formats;
import org.zaledje.platform.ui.Language;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.UnsavedInput;
import org.zaledje.platform.ui.ViewLayout;

/** How a procedure goes, drawn, with the fields of one step beside the picture; saving makes another version. */
final class ProcedureView extends ViewLayout implements BeforeEnterObserver, UnsavedInput {

    private static final long serialVersionUID = 1L;

    private final transient Procedures procedures;
    private final transient CandidateNames names;
    private final Div drawing = new Div();
    private final Checkbox active = new Checkbox(Language.tell(TEXTS.text("active.long")));
    private final Select<String> chosen = new Select<>();
    private final transient List<Step> steps = new ArrayList<>();
    private WordingFields title;
    private StepFields fields;
    private transient Procedure saved;
    private transient StepLines lines;

    ProcedureView(Procedures procedures, CandidateNames names) {
        super(TEXTS.text("procedure"));
        this.procedures = procedures;
        this.names = names;
        setWayBack(TEXTS.text("procedures"), ProcedureViews.PROCEDURES);
        active.setId("active");
        active.addValueChangeListener(change -> draw());
        chosen.setLabel(Language.tell(TEXTS.text("step")));
        chosen.setId("step");
        chosen.setItemLabelGenerator(key -> find(key).map(step -> Language.tell(step.title())).orElse(key));
        chosen.addValueChangeListener(change -> find(change.getValue()).ifPresent(step -> {
            fields.show(step, steps);
            draw();
        }));
        drawing.setId("drawing");
        drawing.addClassName("z-card");
        drawing.getElement().setAttribute("tabindex", "0").setAttribute("role", "region")
                .setAttribute("aria-label", Language.tell(TEXTS.text("drawing")));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        Optional<ProcedureType> type = procedures.types().stream().filter(each -> each.id().equals(id)).findFirst();
        type.ifPresentOrElse(this::open, () -> event.rerouteToError(NotFoundException.class));
    }

    private void open(ProcedureType type) {
        setTitle(type.title());
        lines = new StepLines(procedures, type.facts());
        title = new WordingFields(TEXTS.text("title"), this::draw);
        fields = new StepFields(type.facts(), names, this::changed);
        Button save = new Button(Language.tell(TEXTS.text("save")), click -> save());
        save.setId("save");
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        setActions(save);
        Button add = new Button(Language.tell(TEXTS.text("step.add")), VaadinIcon.PLUS.create(), click -> add());
        add.setId("add-step");
        Button remove = new Button(Language.tell(TEXTS.text("step.remove")), click -> remove());
        remove.setId("remove-step");
        Div choice = new Div(chosen, add, remove);
        choice.addClassName("z-field-row");
        Div form = new Div(active, title, choice, fields);
        form.addClassNames("z-card", "z-procedure-form");
        Div both = new Div(drawing, form);
        both.addClassName("z-procedure");
        Paragraph version = new Paragraph();
        version.setId("version");
        setContent(version, both);
        show(procedures.current(type.id()).orElseThrow(), version);
    }

    private void show(Procedure procedure, Paragraph version) {
        saved = procedure;
        version.setText(Language.tell(procedure.version() == 1 ? TEXTS.text("version.suggested")
                : TEXTS.text("version.of", procedure.version(), procedure.publishedBy(),
                        Formats.current().moment(procedure.publishedAt()))));
        steps.clear();
        steps.addAll(procedure.plan().steps());
        active.setValue(procedure.plan().active());
        title.setValue(procedure.plan().title());
        choose(steps.get(0).key());
    }

    private Optional<Step> find(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    private void choose(String key) {
        chosen.setItems(steps.stream().map(Step::key).toList());
        chosen.setValue(key);
    }

    private void changed() {
        steps.replaceAll(step -> step.key().equals(chosen.getValue()) ? fields.step() : step);
        draw();
    }

    private void add() {
        Step fresh = StepFields.fresh(steps);
        steps.add(fresh);
        choose(fresh.key());
    }

    private void remove() {
        if (steps.size() > 1) {
            String gone = chosen.getValue();
            steps.removeIf(step -> step.key().equals(gone));
            steps.replaceAll(step -> step.without(gone));
            choose(steps.get(0).key());
        }
    }

    private ProcedurePlan plan() {
        return new ProcedurePlan(title.value(), active.getValue(), steps);
    }

    private void draw() {
        if (saved == null) {
            return;
        }
        Map<String, List<String>> told = new HashMap<>();
        steps.forEach(step -> told.put(step.key(), lines.of(step, steps)));
        drawing.removeAll();
        drawing.add(new Html("<div>" + ProcedureDrawing.svg(plan(), String.valueOf(chosen.getValue()), told, lines.told(steps)) + "</div>"));
        drawing.setClassName("z-inactive", !active.getValue());
    }

    private void save() {
        if (Messages.attempt(() -> saved = procedures.publish(saved.id(), ExpectedVersion.of(saved.version()), plan()))) {
            procedures.types().stream().filter(type -> type.id().equals(saved.id())).findFirst().ifPresent(this::open);
            Messages.success(TEXTS.text("saved", saved.version()));
        }
    }

    @Override
    public boolean hasUnsavedInput() {
        return saved != null && !plan().equals(saved.plan());
    }
}
