package org.zaledje.platform.service.internal.identity;

import java.time.Duration;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;

/** What an administrator configures in {@code org.zaledje.identity.cfg}. A change holds at once. */
@Component(service = IdentitySettings.class, configurationPid = "org.zaledje.identity")
public final class IdentitySettings {

    private static final int LENGTH_MIN = 12;
    private static final int FAILURES_MAX = 10;
    private static final int WAIT_SECONDS = 30;
    private static final int SESSION_HOURS = 24;

    // Written by the thread that brings a changed configuration.
    private volatile Map<String, Object> values;

    @Activate
    @Modified
    public void configure(Map<String, Object> properties) {
        values = Map.copyOf(properties);
    }

    /** Shortest password, in characters. */
    int passwordLengthMin() {
        return number("password.length.min", LENGTH_MIN, 8, 64);
    }

    /** Wrong passwords in a row after which a user must wait. */
    int failuresMax() {
        return number("lockout.failures", FAILURES_MAX, 3, 100);
    }

    /** How long they must wait. */
    Duration lockout() {
        return Duration.ofSeconds(number("lockout.seconds", WAIT_SECONDS, 1, 86_400));
    }

    /** How long a session stays that nobody uses. */
    Duration sessionIdle() {
        return Duration.ofHours(number("session.idle.hours", SESSION_HOURS, 1, 720));
    }

    private int number(String key, int usual, int least, int most) {
        Object value = values.get(key);
        try {
            return value == null ? usual : Math.max(least, Math.min(most, Integer.parseInt(value.toString().strip())));
        } catch (NumberFormatException e) {
            return usual;
        }
    }
}
