package org.zaledje.platform.service.internal.identity.openid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jose4j.jwt.JwtClaims;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.people.UserAccount.Source;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Logins.Origin;
import org.zaledje.platform.security.OpenIdLogins;
import org.zaledje.platform.service.internal.identity.ExternalIdentity;
import org.zaledje.platform.service.internal.identity.ExternalUsers;
import org.zaledje.platform.service.internal.identity.Secrets;
import org.zaledje.platform.service.internal.identity.StoredLogins;
import org.zaledje.platform.service.internal.identity.openid.PendingLogins.Pending;

/** Login at the OpenID provider that {@code org.zaledje.openid.cfg} names. */
@Component(configurationPid = "org.zaledje.openid")
public final class OpenIdLogin implements OpenIdLogins {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdLogin.class);
    private static final int SECRET_BYTES = 32;

    private record Configured(OpenIdSettings settings, CodeFlow flow, IdTokens tokens) {
    }

    private final PendingLogins pending;
    private final ExternalUsers users;
    private final StoredLogins logins;
    private final Clock clock;

    // Written by the thread that brings a changed configuration. The service stays meanwhile: the web UI stands on it.
    private volatile Optional<Configured> configured = Optional.empty();

    @Activate
    public OpenIdLogin(Map<String, Object> configuration, @Reference PendingLogins pending, @Reference ExternalUsers users,
            @Reference StoredLogins logins, @Reference Clock clock) {
        this.pending = pending;
        this.users = users;
        this.logins = logins;
        this.clock = clock;
        configure(configuration);
    }

    /** Takes a changed configuration up. */
    @Modified
    public void configure(Map<String, Object> configuration) {
        configured = read(configuration, clock);
    }

    private static Optional<Configured> read(Map<String, ?> configuration, Clock clock) {
        try {
            return OpenIdSettings.of(configuration).map(settings -> {
                ProviderHttp http = new ProviderHttp();
                Provider provider = new Provider(settings.issuer(), http, clock);
                LOG.info("Users of the OpenID provider {} can log in", settings.issuer());
                return new Configured(settings, new CodeFlow(settings, provider, http), new IdTokens(settings, provider, clock));
            });
        } catch (IllegalArgumentException e) {
            LOG.error("Nobody can log in by OpenID, for org.zaledje.openid.cfg can't be followed: {}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Optional<String> title() {
        return configured.map(each -> each.settings().title());
    }

    @Override
    public Departure depart(URI base, String next) {
        Configured present = present();
        String state = secret();
        String binding = secret();
        String nonce = secret();
        String verifier = secret();
        return asking(() -> {
            URI to = present.flow().authorization(callback(present, base), state, nonce, verifier);
            pending.add(state, new Pending(Secrets.sha256(binding), nonce, verifier, next));
            return new Departure(to, binding);
        });
    }

    @Override
    public Arrival arrive(URI base, Map<String, String> parameters, Optional<String> binding, Origin origin) {
        Configured present = present();
        Pending known = pending.take(parameters.getOrDefault("state", ""))
                .filter(each -> binding.map(Secrets::sha256).filter(given -> same(given, each.binding())).isPresent())
                .orElseThrow(() -> OpenIdProblem.refused("state"));
        if (parameters.containsKey("error")) {
            throw OpenIdProblem.refused("denied", parameters.get("error").replaceAll("[^\\w.-]", ""));
        }
        if (!parameters.getOrDefault("iss", present.settings().issuer().toString()).equals(present.settings().issuer().toString())) {
            throw OpenIdProblem.refused("issuer");
        }
        return asking(() -> {
            JsonNode answer = present.flow().exchange(parameters.getOrDefault("code", ""), callback(present, base), known.verifier());
            String token = answer.path("id_token").asText("");
            JwtClaims claims = present.tokens().claims(token, known.nonce());
            UUID user = users.arrived(identity(present, claims, answer.path("access_token").asText("")), present.settings().roles());
            return new Arrival(logins.enter(user, secondFactorShown(present, claims), origin), known.next(), token);
        });
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static ExternalIdentity identity(Configured present, JwtClaims claims, String accessToken) throws IOException {
        OpenIdSettings settings = present.settings();
        Optional<JsonNode> more = claims.hasClaim(settings.nameClaim()) && claims.hasClaim(settings.groupsClaim())
                ? Optional.empty() : present.flow().userInfo(accessToken);
        String subject = claims.getClaimValueAsString("sub");
        if (more.isPresent() && !more.get().path("sub").asText().equals(subject)) {
            throw OpenIdProblem.refused("unreadable");
        }
        String name = text(claims, more, settings.nameClaim());
        return new ExternalIdentity(Source.OPENID, settings.issuer() + " " + subject, name.isEmpty() ? subject : name,
                text(claims, more, settings.displayNameClaim()), text(claims, more, settings.emailClaim()),
                words(claims, more, settings.groupsClaim()));
    }

    private static String text(JwtClaims claims, Optional<JsonNode> more, String name) {
        return Optional.ofNullable(claims.getClaimValue(name)).map(Object::toString)
                .orElseGet(() -> more.map(info -> info.path(name).asText("")).orElse(""));
    }

    private static Set<String> words(JwtClaims claims, Optional<JsonNode> more, String name) {
        if (claims.hasClaim(name)) {
            return claims.getClaimValue(name) instanceof Collection<?> values
                    ? values.stream().map(Object::toString).collect(Collectors.toSet())
                    : Set.of(claims.getClaimValueAsString(name));
        }
        return more.map(info -> StreamSupport.stream(info.path(name).spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toSet())).orElse(Set.of());
    }

    private static boolean secondFactorShown(Configured present, JwtClaims claims) {
        Set<String> shown = words(claims, Optional.empty(), "amr");
        String level = text(claims, Optional.empty(), "acr");
        return present.settings().secondFactor().stream().anyMatch(word -> shown.contains(word) || level.equals(word));
    }

    @Override
    public Optional<URI> signOut(URI base, String hint) {
        try {
            Optional<Configured> present = configured;
            return present.isEmpty() ? Optional.empty() : present.get().flow().endSession(base(present.get(), base), hint);
        } catch (IOException e) {
            LOG.warn("Signing out at the OpenID provider is left out: {}", e.toString());
            return Optional.empty();
        }
    }

    private static URI callback(Configured present, URI base) {
        return URI.create(base(present, base) + CALLBACK);
    }

    private static URI base(Configured present, URI base) {
        return present.settings().publicUrl().orElse(base);
    }

    private Configured present() {
        return configured.orElseThrow(() -> OpenIdProblem.of(Kind.NOT_FOUND, "none"));
    }

    private static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.random(SECRET_BYTES));
    }

    private interface Asking<T> {
        T ask() throws IOException;
    }

    private static <T> T asking(Asking<T> work) {
        try {
            return work.ask();
        } catch (ProviderHttp.Refusal e) {
            LOG.warn("The OpenID provider refuses: {}", e.getMessage());
            throw OpenIdProblem.refused("code");
        } catch (IOException e) {
            LOG.error("The OpenID provider can't be asked: {}", e.toString());
            throw OpenIdProblem.unavailable();
        }
    }
}
