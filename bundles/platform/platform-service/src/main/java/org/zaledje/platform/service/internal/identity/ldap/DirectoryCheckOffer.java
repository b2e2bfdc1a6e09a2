package org.zaledje.platform.service.internal.identity.ldap;

import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.job.Job;
import org.zaledje.platform.service.internal.identity.ExternalUsers;

/** Offers the job that asks a directory about its users, where there is a directory. */
@Component(service = {}, immediate = true, configurationPid = "org.zaledje.ldap", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class DirectoryCheckOffer {

    private final Optional<ServiceRegistration<Job>> offered;

    @Activate
    public DirectoryCheckOffer(BundleContext context, Map<String, Object> configuration, @Reference ExternalUsers users) {
        offered = settings(configuration)
                .map(settings -> context.registerService(Job.class, new DirectoryCheck(settings, users), null));
    }

    private static Optional<LdapSettings> settings(Map<String, Object> configuration) {
        try {
            return LdapSettings.of(configuration);
        } catch (IllegalArgumentException e) {
            // Told by who lets people in.
            return Optional.empty();
        }
    }

    @Deactivate
    void close() {
        offered.ifPresent(ServiceRegistration::unregister);
    }
}
