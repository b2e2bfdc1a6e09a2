package org.zaledje.platform.web.internal.sample;

import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.zaledje.platform.function.BackOfficeFunction;

/** A reference to a service that names its function, as the framework would hand it over. */
public record TestReference<S>(String function, int ranking) implements ServiceReference<S> {

    @Override
    public Object getProperty(String key) {
        return getProperties().get(key);
    }

    @Override
    public String[] getPropertyKeys() {
        return new String[] {BackOfficeFunction.FUNCTION, Constants.SERVICE_RANKING};
    }

    @Override
    public Bundle getBundle() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Bundle[] getUsingBundles() {
        return new Bundle[0];
    }

    @Override
    public boolean isAssignableTo(Bundle bundle, String className) {
        return true;
    }

    @Override
    public int compareTo(Object reference) {
        return Integer.compare(ranking, ((TestReference<?>) reference).ranking);
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        Hashtable<String, Object> properties = new Hashtable<>();
        properties.put(BackOfficeFunction.FUNCTION, function);
        properties.put(Constants.SERVICE_RANKING, ranking);
        return properties;
    }

    @Override
    public <A> A adapt(Class<A> type) {
        throw new UnsupportedOperationException();
    }
}
