package org.zaledje.platform.web.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.idempotency.Idempotency;
import org.zaledje.platform.idempotency.KeptAnswer;
import org.zaledje.platform.web.internal.cxf.EarlyPublishing;
import org.zaledje.platform.web.internal.sample.ParcelPort;
import org.zaledje.platform.web.internal.sample.TestLogin;
import org.zaledje.platform.web.internal.sample.TestReference;
import org.zaledje.platform.web.internal.sample.TestServer;
import org.zaledje.platform.web.internal.security.Guard;

/** Login by the security header of a message. */
class WsSecurityTest {

    private static final String BODY = "<s:Body><p:weigh xmlns:p='urn:zaledje:parcels'><name>škatla</name><weight>12.50</weight>"
            + "</p:weigh></s:Body></s:Envelope>";
    private static final String TEXT = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0#PasswordText";
    private static final TestLogin LOGIN = new TestLogin();
    private static final Map<String, String> FINGERPRINTS = new HashMap<>();
    private static final SoapFunctions FUNCTIONS = new SoapFunctions(new EarlyPublishing());
    private static TestServer server;

    @BeforeAll
    static void start() {
        FUNCTIONS.addEndpoint(new ParcelPort(LOGIN), new TestReference<>("shipping", 0));
        Guard guard = TestServer.guard(LOGIN);
        guard.setIdempotency(new Idempotency() {
            @Override
            public KeptAnswer once(String key, Attempt attempt) {
                KeptAnswer answer = attempt.run();
                FINGERPRINTS.put(key, attempt.fingerprint());
                return answer;
            }
        });
        server = new TestServer().with("/soap/*", new SoapServlet(guard, FUNCTIONS, TestServer.OPEN)).start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
        FUNCTIONS.close();
    }

    private static String message(String security) {
        return "<?xml version='1.0' encoding='UTF-8'?><s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Header>"
                + "<other xmlns='urn:x'><deep>er</deep></other>"
                + "<wsse:Security s:mustUnderstand='1' xmlns:wsse='" + SecurityHeader.WSSE + "' xmlns:wsu='"
                + "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd'>" + security
                + "</wsse:Security></s:Header>" + BODY;
    }

    private static String token(String name, String password, String more) {
        return "<wsse:UsernameToken><wsse:Username>" + name + "</wsse:Username><wsse:Password Type='" + TEXT + "'>" + password
                + "</wsse:Password>" + more + "</wsse:UsernameToken>";
    }

    private static String nonce(String nonce, Instant created) {
        return "<wsse:Nonce>" + nonce + "</wsse:Nonce><wsu:Created>" + created + "</wsu:Created>";
    }

    private static String timestamp(Instant from, Instant to) {
        return "<wsu:Timestamp><wsu:Created>" + from + "</wsu:Created><wsu:Expires>" + to + "</wsu:Expires></wsu:Timestamp>";
    }

    private static HttpResponse<String> send(String message) {
        return server.send(server.anonymous("/soap/shipping").header("Content-Type", "text/xml;charset=UTF-8")
                .POST(BodyPublishers.ofString(message)));
    }

    private static void refused(String security, String code) {
        HttpResponse<String> answer = send(message(security));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(answer.body()).contains("<code>" + code + "</code>").doesNotContain("žaba");
    }

    @Test
    void nameAndPasswordInTheHeaderOfTheMessageLetIn() {
        Instant now = Instant.now();
        for (String security : new String[] {token("ana", "žaba:1", ""),
                timestamp(now, now.plusSeconds(60)) + token("ana", "žaba:1", nonce(UUID.randomUUID().toString(), now))}) {
            HttpResponse<String> answer = send(message(security));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(answer.body()).contains("<return>škatla 12.50 ana</return>");
        }
    }

    @Test
    void aWrongPasswordOrNoneLetsNobodyIn() {
        refused(token("ana", "guessed", ""), "auth.failed");
        refused(token("bor", "žaba:1", ""), "auth.failed");
        refused("<wsse:UsernameToken><wsse:Username>ana</wsse:Username></wsse:UsernameToken>", "auth.failed");
        refused("", "auth.required");
        assertThat(send("<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'>" + BODY).statusCode()).isEqualTo(401);
        assertThat(send("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + message(token("&e;", "x", "")).substring(38))
                .statusCode()).isEqualTo(401);
        assertThat(send("x".repeat(200_000)).statusCode()).isEqualTo(401);
    }

    @Test
    void whatIsOldOrOverOrAheadOfTheClockIsRefused() {
        Instant now = Instant.now();
        Duration hour = Duration.ofHours(1);
        refused(timestamp(now.minus(hour), now.plus(hour)) + token("ana", "žaba:1", ""), "soap.security.expired");
        refused(timestamp(now.minusSeconds(200), now.minusSeconds(100)) + token("ana", "žaba:1", ""), "soap.security.expired");
        refused(timestamp(now.plus(hour), now.plus(hour)) + token("ana", "žaba:1", ""), "soap.security.expired");
        refused(token("ana", "žaba:1", nonce("a", now.minus(hour))), "soap.security.expired");
        refused(token("ana", "žaba:1", "<wsse:Nonce>a</wsse:Nonce>"), "soap.security.expired");
        refused(token("ana", "žaba:1", "<wsu:Created>yesterday</wsu:Created>"), "soap.security.expired");
    }

    @Test
    void aNonceIsGoodOnce() {
        String security = token("ana", "žaba:1", nonce("only once", Instant.now()));
        assertThat(send(message(security)).statusCode()).isEqualTo(200);
        refused(security, "soap.security.replayed");
        assertThat(send(message(token("ana", "žaba:1", nonce("another", Instant.now())))).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNotCheckedIsNotTaken() {
        refused(token("ana", "žaba:1", "").replace("#PasswordText", "#PasswordDigest"), "soap.security.unsupported");
        refused(token("ana", "žaba:1", "") + "<ds:Signature xmlns:ds='http://www.w3.org/2000/09/xmldsig#'/>",
                "soap.security.unsupported");
        refused(token("ana", "žaba:1", "") + token("bor", "x", ""), "soap.security.unsupported");
    }

    @Test
    void aHeaderBesideALoginByHttpIsNotSaidToBeUnderstood() {
        HttpResponse<String> answer = server.post("/soap/shipping", "text/xml;charset=UTF-8", message(token("bor", "x", "")));
        assertThat(answer.body()).contains("soap.not-understood");
    }

    @Test
    void aMessageThatIsSentAgainIsTheSameThoughItsHeaderIsNew() {
        for (String key : new String[] {"one", "two"}) {
            HttpResponse<String> answer = server.send(server.anonymous("/soap/shipping").header("Idempotency-Key", key)
                    .header("Content-Type", "text/xml;charset=UTF-8").POST(BodyPublishers.ofString(
                            message(token("ana", "žaba:1", nonce(UUID.randomUUID().toString(), Instant.now()))))));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
        assertThat(FINGERPRINTS.get("one")).isEqualTo(FINGERPRINTS.get("two"));
    }
}
