package org.zaledje.platform.service.internal.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.SeparatedDuties;
import org.zaledje.platform.people.FunctionPermissions;
import org.zaledje.platform.people.FunctionPermissions.Permission;

/** What the running functions declare about rights. */
@Component(service = FunctionDeclarations.class)
public final class FunctionDeclarations {

    // Written by threads that register services, read by those of requests.
    private final Map<ServiceReference<BackOfficeFunction>, BackOfficeFunction> functions =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addFunction(ServiceReference<BackOfficeFunction> reference, BackOfficeFunction function) {
        functions.put(reference, function);
    }

    void removeFunction(ServiceReference<BackOfficeFunction> reference) {
        functions.remove(reference);
    }

    List<FunctionPermissions> offered() {
        List<FunctionPermissions> offered = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        functions.values().stream().filter(function -> seen.add(function.id()))
                .forEach(function -> offered.add(new FunctionPermissions(function.id(), function.title(),
                        function.permissions().stream().sorted()
                                .map(id -> new Permission(id, function.permissionTitle(id))).toList(),
                        function.suggestedRoles())));
        offered.sort(Comparator.comparing(FunctionPermissions::function));
        return offered;
    }

    Set<SeparatedDuties> separated() {
        Set<SeparatedDuties> pairs = new LinkedHashSet<>();
        functions.values().forEach(function -> pairs.addAll(function.separatedDuties()));
        return pairs;
    }
}
