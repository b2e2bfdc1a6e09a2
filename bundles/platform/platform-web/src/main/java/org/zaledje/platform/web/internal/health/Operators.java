package org.zaledje.platform.web.internal.health;

import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.servlet.http.HttpServletRequest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.metrics.Metrics;
import org.zaledje.platform.web.internal.security.Guard;

/** Who may see how the platform is inside: programs on this machine, and those whom the permission was given. */
@Component(service = Operators.class, configurationPid = "org.zaledje.web")
public final class Operators {

    private final Guard guard;
    private volatile boolean thisMachine;

    /** What an administrator can set. */
    @interface Settings {
        /** Whether requests that come from this machine itself need no login to see metrics and the details of health. */
        boolean operation_local() default true;
    }

    @Activate
    public Operators(Settings settings, @Reference Guard guard) {
        this.thisMachine = settings.operation_local();
        this.guard = guard;
    }

    /** Takes a changed configuration up. */
    @Modified
    void configure(Settings settings) {
        thisMachine = settings.operation_local();
    }

    boolean include(HttpServletRequest request) {
        return thisMachine && isLocal(request) || guard.known(request).filter(caller -> caller.mayEverywhere(Metrics.READ)).isPresent();
    }

    /** Whether it was sent from this machine: what a proxy on this machine passes on was not. */
    private static boolean isLocal(HttpServletRequest request) {
        if (request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null) {
            return false;
        }
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
