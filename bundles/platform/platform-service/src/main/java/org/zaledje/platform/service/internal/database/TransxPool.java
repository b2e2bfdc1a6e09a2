package org.zaledje.platform.service.internal.database;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Map;
import javax.sql.DataSource;

/**
 * How many connections a pool of TransX has. It means to tell by JMX, under a name that JMX refuses, and in no other way; so it is looked
 * into. A newer version that is built otherwise has no figures, and works all the same.
 */
final class TransxPool {

    private TransxPool() {
    }

    /** Those that somebody has. */
    static int inUse(DataSource pool) {
        return sum(pool, "getActiveConnections");
    }

    /** Those that wait for somebody. */
    static int idle(DataSource pool) {
        return sum(pool, "getIdleConnections");
    }

    private static int sum(DataSource pool, String getter) {
        try {
            Map<?, ?> pools = (Map<?, ?>) field(field(pool, "cm"), "pools");
            int sum = 0;
            for (Object one : pools.values()) {
                Method method = one.getClass().getMethod(getter);
                method.setAccessible(true);
                sum += (int) method.invoke(one);
            }
            return sum;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The pool is built in another way than is known here", e);
        }
    }

    private static Object field(Object holder, String name) throws ReflectiveOperationException {
        Field field = holder.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(holder);
    }
}
