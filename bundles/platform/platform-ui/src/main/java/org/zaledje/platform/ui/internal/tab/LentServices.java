package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.audit.AuditLog;
import org.zaledje.platform.audit.RecordChanges;
import org.zaledje.platform.exchange.Exchanges;
import org.zaledje.platform.function.NavigationCount;
import org.zaledje.platform.list.SavedViews;
import org.zaledje.platform.people.Colleagues;
import org.zaledje.platform.procedure.Procedures;
import org.zaledje.platform.procedure.Tasks;
import org.zaledje.platform.reference.ReferenceSource;
import org.zaledje.platform.reference.ReferringRecords;
import org.zaledje.platform.ui.Workplace;
import org.zaledje.platform.ui.record.RecordTab;
import org.zaledje.platform.ui.record.RecordTabsObserver;

/**
 * What pages are lent. Services come and go in threads of the framework and are read in those of requests; the one with
 * the highest ranking comes first.
 */
@Component(service = LentServices.class)
public final class LentServices implements Workplace {

    private final Map<ServiceReference<?>, Object> services = new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    private final Browsers browsers;

    @Activate
    public LentServices(@Reference Browsers browsers) {
        this.browsers = browsers;
    }

    /** Lends to a tab from now on. */
    public void lendTo(UI tab) {
        ComponentUtil.setData(tab, Workplace.class, this);
    }

    @Override
    public <S> List<S> services(Class<S> type) {
        return services.values().stream().filter(type::isInstance).map(type::cast).toList();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addExchanges(ServiceReference<Exchanges> reference, Exchanges service) {
        services.put(reference, service);
    }

    void removeExchanges(ServiceReference<Exchanges> reference) {
        services.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addAudit(ServiceReference<AuditLog> reference, AuditLog service) {
        services.put(reference, service);
    }

    void removeAudit(ServiceReference<AuditLog> reference) {
        services.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addViews(ServiceReference<SavedViews> reference, SavedViews service) {
        services.put(reference, service);
    }

    void removeViews(ServiceReference<SavedViews> reference) {
        services.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addChanges(ServiceReference<RecordChanges> reference, RecordChanges service) {
        services.put(reference, service);
    }

    void removeChanges(ServiceReference<RecordChanges> reference) {
        services.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(ServiceReference<ReferenceSource> reference, ReferenceSource service) {
        services.put(reference, service);
    }

    void removeSource(ServiceReference<ReferenceSource> reference) {
        services.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addCount(ServiceReference<NavigationCount> reference, NavigationCount service) {
        services.put(reference, service);
    }

    void removeCount(ServiceReference<NavigationCount> reference) {
        services.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addProcedures(ServiceReference<Procedures> reference, Procedures service) {
        services.put(reference, service);
    }

    void removeProcedures(ServiceReference<Procedures> reference) {
        services.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTasks(ServiceReference<Tasks> reference, Tasks service) {
        services.put(reference, service);
    }

    void removeTasks(ServiceReference<Tasks> reference) {
        services.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addColleagues(ServiceReference<Colleagues> reference, Colleagues service) {
        services.put(reference, service);
    }

    void removeColleagues(ServiceReference<Colleagues> reference) {
        services.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addReferring(ServiceReference<ReferringRecords> reference, ReferringRecords service) {
        services.put(reference, service);
        tabsChanged();
    }

    void removeReferring(ServiceReference<ReferringRecords> reference) {
        services.remove(reference);
        tabsChanged();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addTab(ServiceReference<RecordTab> reference, RecordTab service) {
        services.put(reference, service);
        tabsChanged();
    }

    void removeTab(ServiceReference<RecordTab> reference) {
        services.remove(reference);
        tabsChanged();
    }

    private void tabsChanged() {
        browsers.each(tab -> CurrentPage.parts(tab).stream()
                .filter(RecordTabsObserver.class::isInstance)
                .forEach(page -> ((RecordTabsObserver) page).recordTabsChanged()));
    }
}
