package org.zaledje.platform.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zaledje.platform.rest.RestResource;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.sample.ParcelResource;
import org.zaledje.platform.web.internal.sample.TestLogin;
import org.zaledje.platform.web.internal.sample.TestServer;
import org.zaledje.platform.web.internal.security.Guard;

class RestDoorTest {

    private static final String PARCELS = "/api/v1/shipping/parcels";
    private static final String GOOD = """
            {"name":"box","weight":"12.50","pieces":2,"day":"2026-01-31","items":[]}""";
    private static final RestFunctions FUNCTIONS = new RestFunctions(new EarlyPublishing());
    private static TestServer server;
    private static Guard guard;
    private static TestLogin login;

    @BeforeAll
    static void start() {
        login = new TestLogin();
        guard = TestServer.guard(login);
        FUNCTIONS.add("shipping", new ParcelResource(login), Optional.empty());
        server = new TestServer().with("/api/v1/*", new RestServlet(guard, FUNCTIONS, TestServer.OPEN)).start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        FUNCTIONS.close();
    }

    @Test
    void aResourceTakesAndAnswersJson() throws IOException {
        HttpResponse<String> answer = server.post(PARCELS, "application/json", GOOD);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(location ->
                assertThat(location).endsWith(PARCELS + "/0190a0a0-0000-7000-8000-000000000001"));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(json(answer.body())).isEqualTo(json("""
                {"id":"0190a0a0-0000-7000-8000-000000000001","at":"1970-01-01T00:00:00Z","weight":"12.50"}"""));
    }

    @Test
    void jsonIsToldAsJsonWhateverEncodingIsAccepted() throws IOException {
        HttpResponse<String> answer = server.send(
                server.request(PARCELS + "/caller").header("Accept", "application/json;charset=odd"));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
    }

    @Test
    void aDecimalStaysThePlainStringThatWasSent() throws IOException {
        for (String weight : new String[] {"0.10", "-5", "100000000000000000000.00", "0.00000001"}) {
            HttpResponse<String> answer = server.post(PARCELS, "application/json", GOOD.replace("12.50", weight));
            assertThat(json(answer.body()).path("weight")).as(answer.body()).isEqualTo(json("\"" + weight + "\""));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"name\":                                    | json.malformed      | 1:",
        "{\"name\":\"a\",\"name\":\"b\"}               | json.malformed      | 1:",
        "{} {}                                         | json.wrong-type     | ``",
        "[]                                            | json.wrong-type     | ``",
        "{\"pieces\":1,\"colour\":\"red\"}             | json.unknown-member | /colour",
        "{\"name\":\"box\"}                            | json.wrong-type     | /pieces",
        "{\"items\":[{\"code\":\"a\",\"price\":\"x\"}]} | json.wrong-type    | /items/0/price",
        "{\"pieces\":1,\"items\":[null]}                | json.wrong-type     | /items",
        "{\"weight\":12.5}                             | json.wrong-type     | /weight",
        "{\"weight\":\"1E+999999\"}                    | json.wrong-type     | /weight",
        "{\"name\":\"a\\u0000\"}                        | json.wrong-type     | /name",
        "{\"name\":\"\\ud800\"}                        | json.wrong-type     | /name",
        "{\"day\":\"+999999999-12-31\"}                | json.wrong-type     | /day",
        "{\"day\":\"0000-01-01\"}                      | json.wrong-type     | /day",
        "{\"day\":20260131}                             | json.wrong-type     | /day",
        "{\"pieces\":\"2\"}                            | json.wrong-type     | /pieces",
        "{\"pieces\":2.5}                              | json.wrong-type     | /pieces",
        "{\"day\":\"31.1.2026\"}                       | json.wrong-type     | /day"})
    void whatIsWrongInJsonIsTold(String body, String code, String location) throws IOException {
        HttpResponse<String> answer = server.post(PARCELS, "application/json", body);
        problem(answer, 400, code);
        assertThat(json(answer.body()).path("location").asText()).startsWith(location.strip());
        assertThat(answer.body()).doesNotContain("jackson", "java.", "org.zaledje");
    }

    @Test
    void aVersionIsToldAsAnEntityTagAndAnUnchangedOneIsNotSentAgain() {
        assertThat(server.get(PARCELS + "/label").headers().firstValue("ETag")).hasValue("\"3\"");
        for (String known : new String[] {"\"3\"", "W/\"3\"", "\"2\", \"3\"", "*"}) {
            HttpResponse<String> answer = server.send(server.request(PARCELS + "/label").header("If-None-Match", known));
            assertThat(answer.statusCode()).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("ETag")).hasValue("\"3\"");
        }
        assertThat(server.send(server.request(PARCELS + "/label").header("If-None-Match", "\"2\"")).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"3\"   | 200 | ``", "*       | 200 | ``", "\"2\"     | 412 | etag.mismatch", "W/\"3\" | 412 | etag.mismatch",
        "\"abc\" | 412 | etag.mismatch", "3       | 400 | etag.malformed", "\"3\", \"4\" | 400 | etag.malformed",
        "` `     | 428 | etag.required"})
    void aChangeNeedsTheVersionThatWasRead(String tag, int status, String code) throws IOException {
        HttpResponse<String> answer = server.send(server.request(PARCELS + "/label").header("If-Match", tag)
                .PUT(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status >= 400) {
            problem(answer, status, code);
        } else {
            assertThat(answer.headers().firstValue("ETag")).hasValue("\"4\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=odd", "application/json; charset=\"o dd\"", "text/xml;charset="})
    void aBodyInAnEncodingThatNobodyKnowsIsRefused(String type) throws IOException {
        problem(server.post(PARCELS, type, GOOD), 415, "format.encoding-unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "limit=a%00b", "limit=%", "limit=1&from=%zz", "%4", "a=%u0041"})
    void aQueryThatIsNotProperlyEncodedIsRefused(String query) throws IOException {
        // No URI could be made of it.
        URL url = new URL("http://localhost:" + server.port() + PARCELS + "?" + query);
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestProperty("Authorization", TestServer.ANA);
        assertThat(connection.getResponseCode()).isEqualTo(400);
        try (InputStream body = connection.getErrorStream()) {
            assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).contains("\"code\":\"query.malformed\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "null"})
    void aBodyWithoutValueIsToldAsSuch(String body) throws IOException {
        problem(server.post(PARCELS, "application/json", body), 400, "json.empty");
    }

    @Test
    void jsonIsBounded() throws IOException {
        String deep = "{\"note\":" + "[".repeat(100);
        problem(server.post(PARCELS + "/anything", "application/json", deep), 400, "json.limit-exceeded");
        String large = "{\"name\":\"" + "x".repeat(2 * 1024 * 1024) + "\"}";
        problem(server.post(PARCELS, "application/json", large), 400, "json.limit-exceeded");
    }

    @Test
    void aProblemIsToldInTheCallersLanguageWithAllItsViolations() throws IOException {
        HttpResponse<String> answer = server.send(server.request(PARCELS + "/refused")
                .header("Accept-Language", "fr, sl-SI;q=0.8, en;q=0.5"));
        problem(answer, 422, "parcels.not-sealed");
        assertThat(answer.headers().firstValue("Content-Language")).hasValue("sl");
        JsonNode body = json(answer.body());
        assertThat(body.path("detail").asText()).isEqualTo("Paket ni zapečaten.");
        assertThat(body.path("title").asText()).isEqualTo("Kršena pravila");
        assertThat(body.path("parcel").asText()).isEqualTo("17");
        assertThat(body.path("violations")).isEqualTo(json("""
                [{"rule":"parcels.seal","severity":"error","message":"seal","location":"/seal"},
                 {"rule":"parcels.tape","severity":"warning","message":"tape","location":""}]"""));
    }

    @Test
    void anUnforeseenFailureGivesAnIdAndNoSecret() throws IOException {
        for (String path : new String[] {"/broken", "/leak"}) {
            HttpResponse<String> answer = server.get(PARCELS + path);
            problem(answer, 500, "internal");
            assertThat(json(answer.body()).path("correlation").asText())
                    .isNotEmpty().isEqualTo(answer.headers().firstValue("Zaledje-Correlation").orElseThrow());
            assertThat(answer.body()).doesNotContain("secret", "Exception", "at org.");
        }
    }

    @ParameterizedTest
    @CsvSource({"40001, database.busy", "40P01, database.busy", "55P03, database.busy", "08007, database.unsure"})
    void whatTheDatabaseCannotDoNowCanBeSentAgain(String state, String code) throws IOException {
        HttpResponse<String> answer = server.get(PARCELS + "/database/" + state);
        problem(answer, 503, code);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).doesNotContain("secret");
        problem(server.get(PARCELS + "/database/23505"), 500, "internal");
    }

    @Test
    void pathsMethodsAndFormatsThatDoNotExistAreProblems() throws IOException {
        problem(server.get("/api/v1/shipping/nothing"), 404, "path.not-found");
        problem(server.get(PARCELS + "/no-uuid"), 404, "path.not-found");
        HttpResponse<String> method = server.send(server.request(PARCELS).DELETE());
        problem(method, 405, "method.not-allowed");
        assertThat(method.headers().firstValue("Allow")).hasValueSatisfying(allow ->
                assertThat(allow).contains("GET", "POST"));
        problem(server.post(PARCELS, "text/plain", "x"), 415, "format.unsupported");
        problem(server.send(server.request(PARCELS).header("Accept", "image/png")), 406, "format.not-available");
    }

    @Test
    void queryParametersAreReadOrRefused() throws IOException {
        assertThat(json(server.get(PARCELS + "?limit=7&from=2026-01-31").body()))
                .isEqualTo(json("{\"limit\":\"7\",\"from\":\"2026-01-31\"}"));
        assertThat(json(server.get(PARCELS + "?limit=").body()).path("limit").asText()).isEqualTo("null");
        HttpResponse<String> answer = server.get(PARCELS + "?limit=many");
        problem(answer, 400, "query.unreadable");
        assertThat(json(answer.body()).path("location").asText()).isEqualTo("limit");
        problem(server.get(PARCELS + "?from=yesterday"), 400, "query.unreadable");
    }

    @Test
    void xmlComesAsBytesAndStreamsAsStreams() throws IOException {
        assertThat(json(server.post(PARCELS, "application/xml", "<č/>").body()).path("bytes").asInt()).isEqualTo(5);
        HttpResponse<String> streamed = server.post(PARCELS + "/stream", "application/octet-stream", "12345");
        assertThat(json(streamed.body()).path("bytes").asInt()).isEqualTo(5);
    }

    @Test
    void bodiesAreBoundedWhetherTheySayTheirLengthOrNot() throws IOException {
        byte[] large = new byte[(int) RestResource.BODY_BYTES_MAX + 1];
        HttpResponse<String> told = server.send(server.request(PARCELS).header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofByteArray(large)));
        problem(told, 413, "body.too-large");
        for (String path : new String[] {PARCELS, PARCELS + "/stream"}) {
            String type = path.equals(PARCELS) ? "application/xml" : "application/octet-stream";
            HttpResponse<String> chunked = server.send(server.request(path).header("Content-Type", type)
                    .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));
            problem(chunked, 413, "body.too-large");
        }
        byte[] largest = new byte[(int) RestResource.BODY_BYTES_MAX];
        HttpResponse<String> taken = server.send(server.request(PARCELS).header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofByteArray(largest)));
        assertThat(taken.statusCode()).isEqualTo(200);
    }

    @Test
    void fiftyMegabytesGetTheirAnswerAndTheNextRequestIsServed() throws IOException {
        byte[] padding = new byte[50 * 1024 * 1024];
        problem(server.send(server.request(PARCELS).header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofByteArray(padding))), 413, "body.too-large");
        assertThat(server.get(PARCELS + "/caller").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyComesInWithoutLogin() throws IOException {
        HttpResponse<String> none = server.send(server.anonymous(PARCELS));
        problem(none, 401, "auth.required");
        assertThat(none.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(challenge ->
                assertThat(challenge).startsWith("Basic realm=\"Zaledje\""));
        for (String header : new String[] {TestServer.basic("ana", "wrong"), TestServer.basic("bor", "žaba:1"),
            "Basic ???", "Basic", "Bearer abc", "Basic " + "QQ=="}) {
            HttpResponse<String> wrong = server.send(server.anonymous(PARCELS).header("Authorization", header));
            problem(wrong, 401, "auth.failed");
        }
    }

    @Test
    void theResourceKnowsItsCallerAndTheirLanguage() throws IOException {
        HttpResponse<String> answer = server.send(server.request(PARCELS + "/caller").header("Accept-Language", "sl"));
        assertThat(json(answer.body())).isEqualTo(json("{\"name\":\"ana\",\"language\":\"sl\"}"));
        HttpResponse<String> nonsense =
                server.send(server.request(PARCELS + "/caller").header("Accept-Language", ";;q=x"));
        assertThat(json(nonsense.body()).path("language").asText()).isEqualTo("en");
    }

    @Test
    void whileNobodyCanBeCheckedPartnersAreToldToWait() throws IOException {
        guard.unsetAuthentication(login);
        try {
            problem(server.get(PARCELS), 503, "platform.not-ready");
        } finally {
            guard.setAuthentication(login);
        }
    }

    @Test
    void aFunctionComesAndGoesAndComesBack() throws IOException {
        String path = "/api/v1/courier/parcels/caller";
        problem(server.get(path), 404, "function.not-installed");
        for (int round = 0; round < 3; round++) {
            ParcelResource resource = new ParcelResource(login);
            ExtraResource extra = new ExtraResource();
            FUNCTIONS.add("courier", resource, Optional.empty());
            assertThat(server.get(path).statusCode()).isEqualTo(200);
            FUNCTIONS.add("courier", extra, Optional.empty());
            assertThat(server.get("/api/v1/courier/extra").statusCode()).isEqualTo(200);
            assertThat(server.get(path).statusCode()).isEqualTo(200);
            FUNCTIONS.remove("courier", resource);
            problem(server.get(path), 404, "path.not-found");
            FUNCTIONS.remove("courier", extra);
            problem(server.get(path), 404, "function.not-installed");
        }
        assertThat(server.get(PARCELS + "/caller").statusCode()).isEqualTo(200);
        problem(server.get("/api/v1/"), 404, "function.not-installed");
        problem(server.get("/api/v1/shippingX/parcels"), 404, "function.not-installed");
    }

    @Test
    void callersOfOneFunctionDoNotNoticeThatAnotherComesAndGoes() {
        CompletableFuture<Void> deploying = CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 10; round++) {
                ExtraResource extra = new ExtraResource();
                FUNCTIONS.add("hr", extra, Optional.empty());
                assertThat(server.get("/api/v1/hr/extra").statusCode()).isEqualTo(200);
                FUNCTIONS.remove("hr", extra);
                assertThat(server.get("/api/v1/hr/extra").statusCode()).isEqualTo(404);
            }
        });
        do {
            assertThat(server.get(PARCELS + "/caller").statusCode()).isEqualTo(200);
        } while (!deploying.isDone());
        deploying.join();
    }

    @Path("/extra")
    public static class ExtraResource implements RestResource {
        @GET
        @Produces("application/json")
        public List<String> get() {
            return List.of("extra");
        }
    }

    private static void problem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Language")).isPresent();
        JsonNode body = json(answer.body());
        assertThat(body.path("code").asText()).isEqualTo(code);
        assertThat(body.path("type").asText()).isEqualTo("urn:zaledje:problem:" + code);
        assertThat(body.path("status").asInt()).isEqualTo(status);
        assertThat(body.path("title").asText()).isNotEmpty().doesNotStartWith("title.");
        assertThat(body.path("detail").asText()).isNotEmpty().doesNotStartWith("detail.");
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
