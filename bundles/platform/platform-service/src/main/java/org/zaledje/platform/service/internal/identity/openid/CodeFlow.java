package org.zaledje.platform.service.internal.identity.openid;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The messages of the authorization code flow with PKCE (RFC 6749, RFC 7636) and of the logout at the provider. */
final class CodeFlow {

    private final OpenIdSettings settings;
    private final Provider provider;
    private final ProviderHttp http;

    CodeFlow(OpenIdSettings settings, Provider provider, ProviderHttp http) {
        this.settings = settings;
        this.provider = provider;
        this.http = http;
    }

    URI authorization(URI callback, String state, String nonce, String verifier) throws IOException {
        return with(provider.authorization(), Map.of("response_type", "code", "client_id", settings.clientId(),
                "redirect_uri", callback.toString(), "scope", settings.scope(), "state", state, "nonce", nonce,
                "code_challenge", challenge(verifier), "code_challenge_method", "S256"));
    }

    /** Exchanges a code for tokens. */
    JsonNode exchange(String code, URI callback, String verifier) throws IOException {
        Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "authorization_code", "code", code,
                "redirect_uri", callback.toString(), "code_verifier", verifier, "client_id", settings.clientId()));
        HttpRequest.Builder request = HttpRequest.newBuilder(provider.token())
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (settings.clientSecret().isPresent() && provider.takesSecretInBodyOnly()) {
            form.put("client_secret", settings.clientSecret().get());
        } else {
            settings.clientSecret().ifPresent(secret -> request.header("Authorization", "Basic " + Base64.getEncoder()
                    .encodeToString((encoded(settings.clientId()) + ":" + encoded(secret)).getBytes(StandardCharsets.UTF_8))));
        }
        return http.send(request.POST(HttpRequest.BodyPublishers.ofString(query(form))));
    }

    /** What the provider tells of a user beside the ID token; empty when it tells nothing. */
    Optional<JsonNode> userInfo(String accessToken) throws IOException {
        Optional<URI> address = provider.userInfo().filter(uri -> !accessToken.isEmpty());
        return address.isEmpty() ? Optional.empty()
                : Optional.of(http.send(HttpRequest.newBuilder(address.get()).header("Authorization", "Bearer " + accessToken)));
    }

    Optional<URI> endSession(URI back, String idToken) throws IOException {
        return provider.endSession().map(address -> with(address, Map.of("id_token_hint", idToken,
                "client_id", settings.clientId(), "post_logout_redirect_uri", back.toString())));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URI with(URI address, Map<String, String> parameters) {
        return URI.create(address + (address.getRawQuery() == null ? "?" : "&") + query(parameters));
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream().map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
