package org.zaledje.platform.ui.internal.tab;

import com.vaadin.flow.data.binder.BeanPropertySet;
import com.vaadin.flow.internal.ReflectionCache;
import java.lang.reflect.Field;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Vaadin remembers classes in static caches; those of a function that is gone must not keep its bundle in memory. */
public final class FunctionClasses {

    private static final Logger LOG = LoggerFactory.getLogger(FunctionClasses.class);

    private FunctionClasses() {
    }

    public static void forget() {
        ReflectionCache.clearAll();
        try {
            Field instances = BeanPropertySet.class.getDeclaredField("INSTANCES");
            instances.setAccessible(true);
            ((Map<?, ?>) instances.get(null)).clear();
        } catch (ReflectiveOperationException e) {
            LOG.warn("Vaadin's cache of bean properties can't be cleared: functions that are gone stay in memory.", e);
        }
    }
}
