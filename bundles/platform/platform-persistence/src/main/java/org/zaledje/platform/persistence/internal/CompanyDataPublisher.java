package org.zaledje.platform.persistence.internal;

import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.aries.jpa.template.JpaTemplate;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.company.Companies;
import org.zaledje.platform.persistence.CompanyData;

/** Offers the data of each persistence unit for as long as the unit is there. */
@Component(service = {}, immediate = true)
public final class CompanyDataPublisher {

    private static final String UNIT = "osgi.unit.name";

    private final BundleContext context;
    private final Companies companies;
    private final Map<JpaTemplate, ServiceRegistration<CompanyData>> offered = new ConcurrentHashMap<>();

    @Activate
    public CompanyDataPublisher(BundleContext context, @Reference Companies companies) {
        this.context = context;
        this.companies = companies;
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addUnit(JpaTemplate unit, Map<String, Object> properties) {
        Hashtable<String, Object> name = new Hashtable<>(Map.of(UNIT, properties.get(UNIT)));
        offered.put(unit, context.registerService(CompanyData.class, new JpaCompanyData(unit, companies), name));
    }

    void removeUnit(JpaTemplate unit) {
        withdraw(offered.remove(unit));
    }

    @Deactivate
    void close() {
        offered.keySet().forEach(this::removeUnit);
    }

    private static void withdraw(ServiceRegistration<CompanyData> registration) {
        if (registration != null) {
            try {
                registration.unregister();
            } catch (IllegalStateException e) {
                // The framework has been faster, while it stops this bundle.
            }
        }
    }
}
