package org.zaledje.platform.service.internal.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionNavigation;
import org.zaledje.platform.function.InstalledFunction;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.soap.SoapEndpoint;

/** What is on the whiteboard now. The maps are written by the threads that register services and read by any other. */
@Component
public final class LiveCatalogue implements FunctionCatalogue {

    private final Map<ServiceReference<BackOfficeFunction>, BackOfficeFunction> functions = new ConcurrentHashMap<>();
    private final Map<ServiceReference<FunctionNavigation>, FunctionNavigation> navigations = new ConcurrentHashMap<>();
    private final Map<ServiceReference<RestResource>, String> resources = new ConcurrentHashMap<>();
    private final Map<ServiceReference<SoapEndpoint>, String> endpoints = new ConcurrentHashMap<>();

    @Override
    public List<InstalledFunction> installed() {
        Map<String, InstalledFunction> byId = new TreeMap<>();
        functions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .forEach(entry -> byId.put(entry.getValue().id(), describe(entry.getKey(), entry.getValue())));
        return List.copyOf(byId.values());
    }

    @Override
    public Optional<InstalledFunction> find(String id) {
        return installed().stream().filter(function -> function.id().equals(id)).findFirst();
    }

    private InstalledFunction describe(ServiceReference<BackOfficeFunction> reference, BackOfficeFunction function) {
        String id = function.id();
        return new InstalledFunction(
                id,
                version(reference),
                function.title(),
                function.description(),
                function.icon(),
                function.permissions().stream().sorted().toList(),
                resources.containsValue(id) ? Optional.of("/api/v1/" + id) : Optional.empty(),
                endpoints.containsValue(id) ? Optional.of("/soap/" + id + "?wsdl") : Optional.empty(),
                navigation(id).flatMap(navigation -> navigation.items().stream()).toList(),
                navigation(id).flatMap(navigation -> navigation.routes().stream()).sorted().toList());
    }

    private Stream<FunctionNavigation> navigation(String function) {
        return inOrder(navigations).stream().filter(navigation -> navigation.functionId().equals(function));
    }

    private static <S> Collection<S> inOrder(Map<ServiceReference<S>, S> services) {
        return services.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.reverseOrder()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String version(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        Version version = bundle == null ? Version.emptyVersion : bundle.getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFunction(ServiceReference<BackOfficeFunction> reference, BackOfficeFunction function) {
        functions.put(reference, function);
    }

    void removeFunction(ServiceReference<BackOfficeFunction> reference) {
        functions.remove(reference);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addNavigation(ServiceReference<FunctionNavigation> reference, FunctionNavigation navigation) {
        navigations.put(reference, navigation);
    }

    void removeNavigation(ServiceReference<FunctionNavigation> reference) {
        navigations.remove(reference);
    }

    @Reference(service = RestResource.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addResource(ServiceReference<RestResource> reference) {
        function(reference).ifPresent(id -> resources.put(reference, id));
    }

    void removeResource(ServiceReference<RestResource> reference) {
        resources.remove(reference);
    }

    @Reference(service = SoapEndpoint.class, cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addEndpoint(ServiceReference<SoapEndpoint> reference) {
        function(reference).ifPresent(id -> endpoints.put(reference, id));
    }

    void removeEndpoint(ServiceReference<SoapEndpoint> reference) {
        endpoints.remove(reference);
    }

    private static Optional<String> function(ServiceReference<?> reference) {
        return Optional.ofNullable(reference.getProperty(BackOfficeFunction.FUNCTION)).map(Object::toString);
    }
}
