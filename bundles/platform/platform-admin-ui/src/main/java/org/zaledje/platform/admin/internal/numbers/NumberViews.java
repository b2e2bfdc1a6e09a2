package org.zaledje.platform.admin.internal.numbers;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.number.NumberSeries;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The page about number series. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class NumberViews implements FunctionViews {

    static final Texts TEXTS = Texts.beside(NumberViews.class);

    private final List<View<?>> views;

    @Activate
    public NumberViews(@Reference NumberSeries series, @Reference Companies companies) {
        views = List.of(View.inDrawer(AdministrationFunction.ID + "/number-series", NumberSeriesView.class,
                TEXTS.text("series"), "hash", () -> new NumberSeriesView(series, companies)).requiring(NumberSeries.VIEW));
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
