package org.zaledje.platform.admin.internal.company;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.admin.internal.AdministrationFunction;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.company.Units;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.text.Texts;
import org.zaledje.platform.ui.FunctionViews;
import org.zaledje.platform.ui.View;

/** The pages about companies and their organisational units. */
@Component(service = {FunctionViews.class, FunctionNavigation.class})
public final class CompanyViews implements FunctionViews {

    static final String COMPANIES = AdministrationFunction.ID + "/companies";
    static final String COMPANY = COMPANIES + "/";
    static final String NEW_COMPANY = COMPANIES + "/new";
    static final String UNITS = AdministrationFunction.ID + "/units";

    static final Texts TEXTS = Texts.beside(CompanyViews.class);

    private final List<View<?>> views;

    @Activate
    public CompanyViews(@Reference CompanyAdministration companies, @Reference Units units, @Reference AuditLog audit) {
        views = List.of(
                View.inDrawer(COMPANIES, CompaniesView.class, TEXTS.text("companies"), "building",
                        () -> new CompaniesView(companies)).requiring(CompanyAdministration.MANAGE),
                View.of(NEW_COMPANY, NewCompanyView.class, TEXTS.text("company.new"), () -> new NewCompanyView(companies))
                        .requiringEverywhere(CompanyAdministration.MANAGE),
                View.of(COMPANY + ":id", CompanyView.class, TEXTS.text("company"), () -> new CompanyView(companies, audit))
                        .requiring(CompanyAdministration.MANAGE),
                View.inDrawer(UNITS, UnitsView.class, TEXTS.text("units"), "sitemap", () -> new UnitsView(units))
                        .requiring(CompanyAdministration.MANAGE));
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
