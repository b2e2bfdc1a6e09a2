package org.zaledje.platform.ui.internal.functions;

import java.lang.reflect.Proxy;
import org.osgi.framework.ServiceReference;

/** References to services as the framework orders them: by ranking, then the older one first. */
final class FakeReference {

    private FakeReference() {
    }

    @SuppressWarnings("unchecked")
    static <S> ServiceReference<S> of(int ranking, int serviceId) {
        return (ServiceReference<S>) Proxy.newProxyInstance(FakeReference.class.getClassLoader(),
                new Class<?>[] {ServiceReference.class, Order.class},
                (self, method, arguments) -> switch (method.getName()) {
                    case "compareTo" -> compare(ranking, serviceId, (Order) arguments[0]);
                    case "ranking" -> ranking;
                    case "serviceId" -> serviceId;
                    case "hashCode" -> serviceId;
                    case "equals" -> self == arguments[0];
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static int compare(int ranking, int serviceId, Order other) {
        return ranking == other.ranking()
                ? Integer.compare(other.serviceId(), serviceId)
                : Integer.compare(ranking, other.ranking());
    }

    private interface Order {
        int ranking();

        int serviceId();
    }
}
