package org.zaledje.platform.procedure.internal;

import java.lang.reflect.Proxy;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.zaledje.platform.procedure.ProcedureType;

/** A function that brings one type of procedure, in a framework that has no other services. */
final class OneFunction {

    private Optional<ProcedureType> brought = Optional.empty();

    final Types types = new Types((BundleContext) Proxy.newProxyInstance(OneFunction.class.getClassLoader(),
            new Class<?>[] {BundleContext.class}, (proxy, method, arguments) -> switch (method.getName()) {
                case "getService" -> brought.orElseThrow();
                case "ungetService" -> true;
                default -> throw new UnsupportedOperationException(method.getName());
            }));

    @SuppressWarnings("unchecked")
    private final ServiceReference<ProcedureType> reference = (ServiceReference<ProcedureType>) Proxy.newProxyInstance(
            OneFunction.class.getClassLoader(), new Class<?>[] {ServiceReference.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "compareTo" -> 0;
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> throw new UnsupportedOperationException(method.getName());
            });

    void bring(ProcedureType type) {
        go();
        brought = Optional.of(type);
        types.add(reference);
    }

    void go() {
        types.remove(reference);
        brought = Optional.empty();
    }
}
