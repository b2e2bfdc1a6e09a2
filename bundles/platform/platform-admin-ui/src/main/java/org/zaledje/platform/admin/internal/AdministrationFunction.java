package org.zaledje.platform.admin.internal;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.AuditProof;
import org.zaledje.platform.backup.Backups;
import org.zaledje.platform.calendar.Calendars;
import org.zaledje.platform.company.CompanyAdministration;
import org.zaledje.platform.currency.ExchangeRates;
import org.zaledje.platform.document.Documents;
import org.zaledje.platform.event.EventPermissions;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.job.Jobs;
import org.zaledje.platform.metrics.Metrics;
import org.zaledje.platform.number.NumberSeries;
import org.zaledje.platform.people.PeoplePermissions;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.rest.OpenApi;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** What those see to who look after the platform: its pages are in the packages below this one. */
@Component
public final class AdministrationFunction implements BackOfficeFunction {

    /** Id of the function, and the first segment of its pages' paths. */
    public static final String ID = "administration";

    private static final Texts TEXTS = Texts.beside(AdministrationFunction.class);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public LocalizedText title() {
        return TEXTS.text("administration");
    }

    @Override
    public LocalizedText description() {
        return TEXTS.text("administration.description");
    }

    @Override
    public String icon() {
        return "cogs";
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                FunctionDeployer.MANAGE,
                Backups.WRITE,
                CompanyAdministration.MANAGE,
                AuditLog.READ,
                AuditProof.VERIFY,
                EventPermissions.READ,
                EventPermissions.MANAGE,
                EventPermissions.WEBHOOKS,
                PeoplePermissions.READ,
                PeoplePermissions.MANAGE,
                Calendars.MANAGE,
                ExchangeRates.MANAGE,
                Procedures.MANAGE,
                Tasks.WORK,
                Documents.USE,
                Documents.RETAIN,
                Metrics.READ,
                OpenApi.READ,
                Jobs.VIEW,
                Jobs.RUN,
                NumberSeries.VIEW,
                NumberSeries.CHANGE);
    }

    @Override
    public LocalizedText permissionTitle(String permission) {
        return TEXTS.text("permission." + permission);
    }
}
