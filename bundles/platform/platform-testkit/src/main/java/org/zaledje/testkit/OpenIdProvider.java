package org.zaledje.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * An OpenID provider with one client and one user, who is signed in there already: it sends browsers back at once. It
 * checks what a provider has to check, and can be made to send wrong tokens. On 127.0.0.1, which is another site than
 * localhost.
 */
public final class OpenIdProvider implements AutoCloseable {

    public static final String CLIENT = "zaledje";
    public static final String SECRET = "of the client & its own";
    public static final String SUBJECT = "248289761001";

    private record Asked(String redirect, String challenge, String nonce) {
    }

    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final List<String> logouts = new CopyOnWriteArrayList<>();
    private volatile KeyPair published = pair();
    private volatile KeyPair signing = published;
    private volatile String keyId = "first";
    private volatile Consumer<Map<String, Object>> change = claims -> { };
    private volatile String denial = "";

    /** One whose tokens are of this clock's time. */
    public OpenIdProvider(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/jwks", this::keys);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/logout", this::logout);
        server.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Changes the claims of all tokens from now on; without {@code nonce} it is that which was asked for. */
    public void changeClaims(Consumer<Map<String, Object>> changed) {
        change = changed;
    }

    /** Signs with a key that it does not publish. */
    public void signWithAnotherKey() {
        signing = pair();
    }

    /** Publishes another key and signs with it, as providers do now and then. */
    public void rotateKeys() {
        published = pair();
        signing = published;
        keyId = "second";
    }

    /** Lets nobody in, for this reason. */
    public void deny(String error) {
        denial = error;
    }

    /** Addresses at which browsers have signed out. */
    public List<String> logouts() {
        return List.copyOf(logouts);
    }

    private void describe(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
                 "jwks_uri":"%1$s/jwks","end_session_endpoint":"%1$s/logout","response_types_supported":["code"],
                 "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],
                 "code_challenge_methods_supported":["S256"]}""".formatted(issuer()));
    }

    private void keys(HttpExchange exchange) throws IOException {
        RSAPublicKey key = (RSAPublicKey) published.getPublic();
        answer(exchange, 200, "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"" + keyId + "\",\"n\":\""
                + number(key.getModulus()) + "\",\"e\":\"" + number(key.getPublicExponent()) + "\"}]}");
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        boolean right = asked.get("response_type").equals("code") && asked.get("client_id").equals(CLIENT)
                && asked.get("code_challenge_method").equals("S256") && asked.get("scope").startsWith("openid");
        if (!right) {
            answer(exchange, 400, "{\"error\":\"invalid_request\"}");
            return;
        }
        String code = UUID.randomUUID().toString();
        codes.put(code, new Asked(asked.get("redirect_uri"), asked.get("code_challenge"), asked.get("nonce")));
        redirect(exchange, asked.get("redirect_uri") + "?state=" + encoded(asked.get("state"))
                + (denial.isEmpty() ? "&code=" + code : "&error=" + denial));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> given = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Asked asked = codes.remove(given.getOrDefault("code", ""));
        String client = Base64.getEncoder().encodeToString((encoded(CLIENT) + ":" + encoded(SECRET)).getBytes(StandardCharsets.UTF_8));
        if (!("Basic " + client).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
        } else if (asked == null || !asked.redirect().equals(given.get("redirect_uri"))
                || !asked.challenge().equals(base64(sha256(given.getOrDefault("code_verifier", ""))))) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
        } else {
            answer(exchange, 200, "{\"access_token\":\"" + UUID.randomUUID() + "\",\"token_type\":\"Bearer\",\"id_token\":\""
                    + idToken(asked.nonce()) + "\"}");
        }
    }

    private void logout(HttpExchange exchange) throws IOException {
        Map<String, String> given = parameters(exchange.getRequestURI().getRawQuery());
        logouts.add(given.getOrDefault("id_token_hint", ""));
        redirect(exchange, given.get("post_logout_redirect_uri"));
    }

    private String idToken(String nonce) {
        long now = clock.instant().getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>(Map.of("iss", issuer(), "sub", SUBJECT, "aud", CLIENT, "nonce", nonce,
                "iat", now, "exp", now + 300, "preferred_username", "Tina.Zajc", "name", "Tina Zajc",
                "email", "tina@example.com", "groups", List.of("bookkeeping", "everybody")));
        change.accept(claims);
        String content = base64(("{\"alg\":\"RS256\",\"kid\":\"" + keyId + "\"}").getBytes(StandardCharsets.UTF_8)) + "."
                + base64(json(claims).getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signing.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream().map(each -> "\"" + each.getKey() + "\":" + json(each.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(OpenIdProvider::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Number ? value.toString() : "\"" + value + "\"";
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&")).map(each -> each.split("=", 2)).collect(Collectors.toMap(
                each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
