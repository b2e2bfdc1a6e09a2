package org.zaledje.platform.service.internal.identity.ldap;

import com.unboundid.ldap.sdk.LDAPException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.service.internal.identity.ExternalIdentity;
import org.zaledje.platform.service.internal.identity.ExternalLogin;
import org.zaledje.platform.service.internal.identity.ExternalUsers;
import org.zaledje.platform.text.Texts;

/** Lets people in by the password that a directory knows, when {@code org.zaledje.ldap.cfg} names one. */
@Component(configurationPid = "org.zaledje.ldap", configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class LdapLogin implements ExternalLogin {

    private static final Logger LOG = LoggerFactory.getLogger(LdapLogin.class);
    private static final Texts TEXTS = Texts.beside(LdapLogin.class);

    private record Configured(LdapSettings settings, Directory directory) {
    }

    private final ExternalUsers users;
    private final Optional<Configured> configured;

    @Activate
    public LdapLogin(Map<String, Object> configuration, @Reference ExternalUsers users) {
        this.users = users;
        this.configured = read(configuration);
    }

    private static Optional<Configured> read(Map<String, ?> configuration) {
        try {
            Optional<LdapSettings> settings = LdapSettings.of(configuration);
            settings.ifPresent(each -> LOG.info("Users of the directory {} can log in", each.servers()));
            return settings.map(each -> new Configured(each, new Directory(each)));
        } catch (IllegalArgumentException e) {
            LOG.error("No user of the directory can log in, for org.zaledje.ldap.cfg can't be followed: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Optional<UUID> user(String name, char[] password) {
        if (configured.isEmpty()) {
            return Optional.empty();
        }
        return ask(configured.get().directory(), name, password)
                .map(found -> users.arrived(found, configured.get().settings().roles()));
    }

    private static Optional<ExternalIdentity> ask(Directory directory, String name, char[] password) {
        try {
            return directory.find(name, password);
        } catch (LDAPException e) {
            LOG.error("The directory can't be asked who {} is: {} {}", name, e.getResultCode(), e.getMessage());
            throw ProblemException.of(Kind.UNAVAILABLE, "auth.directory-unavailable", TEXTS.text("directory.unavailable"));
        }
    }
}
