package org.zaledje.platform.service.internal.identity.openid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/** What a provider says of itself: its addresses and its keys, asked for now and then. Thread-safe. */
final class Provider {

    private static final Duration FRESH = Duration.ofHours(1);

    /** Keys are asked for anew when one is not known, but not for each token that somebody makes up. */
    private static final Duration KEYS_ASKED_EVERY = Duration.ofSeconds(10);

    private record Description(JsonNode document, Instant at) {
    }

    private record Keys(List<JsonWebKey> keys, Instant at) {
    }

    private final URI issuer;
    private final ProviderHttp http;
    private final Clock clock;

    // Replaced by whichever request finds them old.
    private volatile Optional<Description> description = Optional.empty();
    private volatile Optional<Keys> keys = Optional.empty();

    Provider(URI issuer, ProviderHttp http, Clock clock) {
        this.issuer = issuer;
        this.http = http;
        this.clock = clock;
    }

    URI authorization() throws IOException {
        return address("authorization_endpoint").orElseThrow(() -> missing("authorization_endpoint"));
    }

    URI token() throws IOException {
        return address("token_endpoint").orElseThrow(() -> missing("token_endpoint"));
    }

    Optional<URI> userInfo() throws IOException {
        return address("userinfo_endpoint");
    }

    Optional<URI> endSession() throws IOException {
        return address("end_session_endpoint");
    }

    /** Whether a client shows its secret in the body, for the provider knows no other way. */
    boolean takesSecretInBodyOnly() throws IOException {
        List<String> methods = new ArrayList<>();
        document().path("token_endpoint_auth_methods_supported").forEach(method -> methods.add(method.asText()));
        return methods.contains("client_secret_post") && !methods.contains("client_secret_basic");
    }

    /** The keys that tokens are signed with. @param anew when one was looked for that is not among those known */
    List<JsonWebKey> keys(boolean anew) throws IOException {
        Instant now = clock.instant();
        Optional<Keys> known = keys.filter(each -> now.isBefore(each.at().plus(anew ? KEYS_ASKED_EVERY : FRESH)));
        if (known.isEmpty()) {
            URI address = address("jwks_uri").orElseThrow(() -> missing("jwks_uri"));
            try {
                known = Optional.of(new Keys(new JsonWebKeySet(http.get(address).toString()).getJsonWebKeys(), now));
            } catch (JoseException e) {
                throw new IOException(address + " answers no set of keys", e);
            }
            keys = known;
        }
        return known.get().keys();
    }

    private Optional<URI> address(String name) throws IOException {
        String text = document().path(name).asText("");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        URI address = URI.create(text);
        if (!"https".equals(address.getScheme()) && !issuer.getScheme().equals(address.getScheme())) {
            throw new IOException("The provider's " + name + " is not encrypted: " + address);
        }
        return Optional.of(address);
    }

    private JsonNode document() throws IOException {
        Instant now = clock.instant();
        Optional<Description> known = description.filter(each -> now.isBefore(each.at().plus(FRESH)));
        if (known.isEmpty()) {
            JsonNode document = http.get(URI.create(issuer.toString().replaceAll("/$", "") + "/.well-known/openid-configuration"));
            if (!document.path("issuer").asText().equals(issuer.toString())) {
                throw new IOException("The provider calls itself " + document.path("issuer").asText() + ", not " + issuer);
            }
            known = Optional.of(new Description(document, now));
            description = known;
        }
        return known.get().document();
    }

    private IOException missing(String name) {
        return new IOException("The provider " + issuer + " names no " + name);
    }
}
