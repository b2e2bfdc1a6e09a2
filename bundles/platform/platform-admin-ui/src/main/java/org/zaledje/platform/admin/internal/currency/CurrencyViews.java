package org.zaledje.platform.admin.internal.currency;

import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.currency.ExchangeRates;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The page about exchange rates. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class CurrencyViews implements FunctionViews {

    static final Texts TEXTS = Texts.beside(CurrencyViews.class);

    private final List<View<?>> views;

    @Activate
    public CurrencyViews(@Reference ExchangeRates rates, @Reference Clock clock) {
        views = List.of(View.inDrawer(AdministrationFunction.ID + "/rates", RatesView.class, TEXTS.text("rates"),
                "exchange", () -> new RatesView(rates, clock)).requiringEverywhere(ExchangeRates.MANAGE));
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
