package org.zaledje.platform.service.internal.identity;

import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.AppConfigurationEntry.LoginModuleControlFlag;
import org.apache.karaf.jaas.boot.ProxyLoginModule;
import org.apache.karaf.jaas.config.JaasRealm;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.security.Authentication;

/** The JAAS realm {@code zaledje}: the container's own doors, such as its SSH shell, let in the platform's users. */
@Component
public final class ZaledjeRealm implements JaasRealm {

    private final AppConfigurationEntry entry;

    @Activate
    public ZaledjeRealm(BundleContext context, @Reference Authentication authentication) {
        entry = new AppConfigurationEntry(ProxyLoginModule.class.getName(), LoginModuleControlFlag.REQUIRED, Map.of(
                ProxyLoginModule.PROPERTY_MODULE, UserLoginModule.class.getName(),
                ProxyLoginModule.PROPERTY_BUNDLE, Long.toString(context.getBundle().getBundleId()),
                UserLoginModule.AUTHENTICATION, authentication));
    }

    @Override
    public String getName() {
        return "zaledje";
    }

    @Override
    public int getRank() {
        return 0;
    }

    @Override
    public AppConfigurationEntry[] getEntries() {
        return new AppConfigurationEntry[] {entry};
    }
}
