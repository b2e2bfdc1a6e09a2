package org.zaledje.platform.service.internal.identity.openid;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.zaledje.platform.service.internal.identity.RoleMapping;

/**
 * What an administrator configures in {@code org.zaledje.openid.cfg}.
 *
 * @param issuer       the provider, exactly as it names itself
 * @param clientSecret empty for a client without one, which PKCE alone protects
 * @param title        what the button on the login page says
 * @param publicUrl    address of the web UI when requests do not tell it, behind some proxies
 * @param secondFactor values of the claims {@code amr} and {@code acr} that say that a second factor was shown
 * @param clockSkew    by how much the provider's clock may be off
 */
record OpenIdSettings(
        URI issuer,
        String clientId,
        Optional<String> clientSecret,
        String title,
        Optional<URI> publicUrl,
        String scope,
        String nameClaim,
        String displayNameClaim,
        String emailClaim,
        String groupsClaim,
        RoleMapping roles,
        Set<String> secondFactor,
        Duration clockSkew) {

    private static final int SKEW_SECONDS = 60;
    private static final int SKEW_SECONDS_MAX = 300;

    /**
     * Reads a configuration.
     *
     * @return empty when it names no issuer
     * @throws IllegalArgumentException when it can't be read, with what is wrong
     */
    static Optional<OpenIdSettings> of(Map<String, ?> values) {
        return text(values, "issuer").map(issuer -> new OpenIdSettings(
                address(issuer),
                text(values, "client.id").orElseThrow(() -> new IllegalArgumentException("client.id is missing")),
                text(values, "client.secret"),
                text(values, "title").orElse("OpenID"),
                text(values, "public.url").map(url -> address(url.replaceAll("/+$", ""))),
                text(values, "scope").orElse("openid profile email"),
                text(values, "claim.name").orElse("preferred_username"),
                text(values, "claim.display.name").orElse("name"),
                text(values, "claim.email").orElse("email"),
                text(values, "claim.groups").orElse("groups"),
                RoleMapping.parse(text(values, "roles").orElse(""), UnaryOperator.identity()),
                new LinkedHashSet<>(Arrays.asList(text(values, "second.factor").orElse("mfa").split("\\s+"))),
                Duration.ofSeconds(text(values, "clock.skew.seconds").map(Integer::parseInt)
                        .map(seconds -> Math.max(0, Math.min(SKEW_SECONDS_MAX, seconds))).orElse(SKEW_SECONDS))));
    }

    private static URI address(String text) {
        URI address = URI.create(text);
        if (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme())) {
            throw new IllegalArgumentException(text + " is no address that begins with https://");
        }
        return address;
    }

    private static Optional<String> text(Map<String, ?> values, String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** Tells all but the secret. */
    @Override
    public String toString() {
        return "OpenIdSettings[" + issuer + ", " + clientId + "]";
    }
}
