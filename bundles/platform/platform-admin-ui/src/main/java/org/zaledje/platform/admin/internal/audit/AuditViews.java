package org.zaledje.platform.admin.internal.audit;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditProof;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The page about the audit trail. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class AuditViews implements FunctionViews {

    static final Texts TEXTS = Texts.beside(AuditViews.class);

    private final List<View<?>> views;

    @Activate
    public AuditViews(@Reference AuditLog log, @Reference AuditProof proof) {
        views = List.of(View.inDrawer(AdministrationFunction.ID + "/audit", AuditView.class, TEXTS.text("audit"),
                "file-search", () -> new AuditView(log, proof)).requiring(AuditLog.READ));
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
