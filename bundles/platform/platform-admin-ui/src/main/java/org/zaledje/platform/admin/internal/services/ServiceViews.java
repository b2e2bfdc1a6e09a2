package org.zaledje.platform.admin.internal.services;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.rest.OpenApi;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The page for those who write programs that call this installation: the last one in the drawer. */
@Component(service = {FunctionViews.class, FunctionNavigation.class}, property = "service.ranking:Integer=-10")
public final class ServiceViews implements FunctionViews {

    static final Texts TEXTS = Texts.beside(ServiceViews.class);

    private final List<View<?>> views;

    @Activate
    public ServiceViews(@Reference FunctionCatalogue catalogue, @Reference OpenApi api) {
        views = List.of(View.inDrawer(AdministrationFunction.ID + "/services", ServicesView.class, TEXTS.text("services"), "plug",
                () -> new ServicesView(catalogue, api)).requiring(OpenApi.READ));
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
