package org.zaledje.platform.admin.internal.backup;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.backup.Backups;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The page about backups. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class BackupViews implements FunctionViews {

    static final Texts TEXTS = Texts.beside(BackupViews.class);

    private final List<View<?>> views;

    @Activate
    public BackupViews(@Reference Backups backups, @Reference Jobs jobs) {
        views = List.of(View.inDrawer(AdministrationFunction.ID + "/backups", BackupsView.class, TEXTS.text("backups"), "archive",
                () -> new BackupsView(backups, jobs)).requiringEverywhere(Backups.WRITE));
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
