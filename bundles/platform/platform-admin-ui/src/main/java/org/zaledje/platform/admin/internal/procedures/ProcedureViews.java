package org.zaledje.platform.admin.internal.procedures;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.people.Roles;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The pages about how procedures go. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class ProcedureViews implements FunctionViews {

    static final String PROCEDURES = AdministrationFunction.ID + "/procedures";
    static final Texts TEXTS = Texts.beside(ProcedureViews.class);

    private final List<View<?>> views;

    @Activate
    public ProcedureViews(@Reference Procedures procedures, @Reference Roles roles, @Reference Colleagues colleagues) {
        views = List.of(
                View.inDrawer(PROCEDURES, ProceduresView.class, TEXTS.text("procedures"), "cluster",
                        () -> new ProceduresView(procedures)).requiring(Procedures.MANAGE),
                View.of(PROCEDURES + "/:id", ProcedureView.class, TEXTS.text("procedure"),
                        () -> new ProcedureView(procedures, new CandidateNames(roles, colleagues))).requiring(Procedures.MANAGE));
    }

    @Override
    public String functionId() {
        return AdministrationFunction.ID;
    }

    @Override
    public List<View<?>> views() {
        return views;
    }
}
