package org.zaledje.platform.ui.internal.functions;

import com.vaadin.flow.server.VaadinContext;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What Vaadin keeps for a web application, without a web server. */
final class MapContext implements VaadinContext {

    private static final long serialVersionUID = 1L;

    private final transient Map<Class<?>, Object> attributes = new HashMap<>();

    @Override
    public <T> T getAttribute(Class<T> type, Supplier<T> defaultValue) {
        return type.cast(attributes.computeIfAbsent(type, key -> defaultValue == null ? null : defaultValue.get()));
    }

    @Override
    public <T> void setAttribute(Class<T> type, T value) {
        attributes.put(type, value);
    }

    @Override
    public void removeAttribute(Class<?> type) {
        attributes.remove(type);
    }

    @Override
    public Enumeration<String> getContextParameterNames() {
        return Collections.emptyEnumeration();
    }

    @Override
    public String getContextParameter(String name) {
        return null;
    }
}
