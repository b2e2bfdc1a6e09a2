package org.zaledje.platform.service.internal.identity.openid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zaledje.platform.people.UserAccount;
import org.zaledje.platform.people.UserAccount.Source;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.security.Logins.Origin;
import org.zaledje.platform.security.Logins.Refused;
import org.zaledje.platform.security.Logins.SignedIn;
import org.zaledje.platform.security.OpenIdLogins.Arrival;
import org.zaledje.platform.security.OpenIdLogins.Departure;
import org.zaledje.platform.service.internal.identity.ExternalPeople;
import org.zaledje.testkit.Engine;
import org.zaledje.testkit.OpenIdProvider;

/** Login by a real code flow at a provider on a socket. */
class OpenIdLoginTest {

    private static final URI BASE = URI.create("http://localhost:8181");
    private static final Origin HERE = new Origin("10.0.0.1", "Browser");

    private final HttpClient browser = HttpClient.newHttpClient();
    private OpenIdProvider provider;
    private ExternalPeople people;
    private OpenIdLogin login;

    private void begin(Engine engine) throws Exception {
        people = new ExternalPeople(engine);
        provider = new OpenIdProvider(people.clock());
        people.role("Bookkeeper", "accounting.entry.post");
        login = people.openId(Map.of("issuer", provider.issuer(), "client.id", OpenIdProvider.CLIENT,
                "client.secret", OpenIdProvider.SECRET, "title", "Company account", "roles", "bookkeeping > Bookkeeper"));
    }

    @AfterEach
    void close() throws Exception {
        people.close();
        provider.close();
    }

    /** What the provider sends a browser back with. */
    private Map<String, String> visit(Departure departure) throws Exception {
        HttpResponse<Void> answer = browser.send(HttpRequest.newBuilder(departure.to()).build(), HttpResponse.BodyHandlers.discarding());
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertTrue(back.startsWith(BASE + "/login/openid/callback?"), back);
        return Arrays.stream(back.substring(back.indexOf('?') + 1).split("&")).map(each -> each.split("=", 2))
                .collect(Collectors.toMap(each -> each[0], each -> URLDecoder.decode(each[1], StandardCharsets.UTF_8)));
    }

    private Arrival arrive(Departure departure, Map<String, String> parameters) {
        return login.arrive(BASE, parameters, Optional.of(departure.binding()), HERE);
    }

    private SignedIn signIn() throws Exception {
        Departure departure = login.depart(BASE, "notes");
        return assertInstanceOf(SignedIn.class, arrive(departure, visit(departure)).outcome());
    }

    private String refusal() throws Exception {
        Departure departure = login.depart(BASE, "");
        Map<String, String> parameters = visit(departure);
        return assertThrows(ProblemException.class, () -> arrive(departure, parameters)).code();
    }

    private String refusal(Consumer<Map<String, Object>> change) throws Exception {
        provider.changeClaims(change);
        return refusal();
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void whoComesBackFromTheProviderIsSignedInWithTheRolesOfTheirGroups(Engine engine) throws Exception {
        begin(engine);
        assertEquals(Optional.of("Company account"), login.title());
        Departure departure = login.depart(BASE, "notes");
        Arrival arrival = arrive(departure, visit(departure));

        SignedIn signedIn = assertInstanceOf(SignedIn.class, arrival.outcome());
        assertEquals("notes", arrival.next());
        assertEquals("tina.zajc", signedIn.session().caller().name());
        assertTrue(signedIn.session().caller().may("accounting.entry.post"));
        assertFalse(signedIn.session().caller().may("administration.people.manage"));
        UserAccount tina = people.account("tina.zajc");
        assertEquals(List.of(Source.OPENID, "Tina Zajc", "tina@example.com"), List.of(tina.source(), tina.displayName(), tina.email()));
        assertEquals(Optional.empty(), people.passwordHash("tina.zajc"));
        assertTrue(login.signOut(BASE, arrival.hint()).orElseThrow().toString().startsWith(provider.issuer() + "/logout?"));
    }

    @Test
    void aReturnIsGoodOnceAndInTheBrowserThatDepartedAndForTenMinutes() throws Exception {
        begin(Engine.H2);
        Departure departure = login.depart(BASE, "");
        Map<String, String> parameters = visit(departure);
        arrive(departure, parameters);
        assertEquals("auth.openid.state", assertThrows(ProblemException.class, () -> arrive(departure, parameters)).code());

        Departure stolen = login.depart(BASE, "");
        Map<String, String> taken = visit(stolen);
        assertEquals("auth.openid.state", assertThrows(ProblemException.class,
                () -> login.arrive(BASE, taken, Optional.of(departure.binding()), HERE)).code());
        assertEquals("auth.openid.state", assertThrows(ProblemException.class,
                () -> login.arrive(BASE, taken, Optional.empty(), HERE)).code());

        Departure slow = login.depart(BASE, "");
        Map<String, String> late = visit(slow);
        for (int i = 0; i < 6; i++) {
            people.later();
        }
        assertEquals("auth.openid.state", assertThrows(ProblemException.class, () -> arrive(slow, late)).code());
    }

    @Test
    void aTokenThatIsNotForThisLoginIsRefusedWithTheReason() throws Exception {
        begin(Engine.H2);
        assertEquals("auth.openid.nonce", refusal(claims -> claims.put("nonce", "of another login")));
        assertEquals("auth.openid.nonce", refusal(claims -> claims.remove("nonce")));
        assertEquals("auth.openid.audience", refusal(claims -> claims.put("aud", "another-client")));
        assertEquals("auth.openid.audience", refusal(claims -> claims.put("aud", List.of(OpenIdProvider.CLIENT, "another"))));
        assertEquals("auth.openid.issuer", refusal(claims -> claims.put("iss", "https://another.example.com")));
        assertEquals("auth.openid.expired", refusal(claims -> claims.put("exp", people.clock().instant().getEpochSecond() - 120)));
        assertEquals("auth.openid.expired", refusal(claims -> claims.remove("exp")));
        assertEquals("auth.openid.unreadable", refusal(claims -> claims.remove("sub")));
        provider.changeClaims(claims -> {
            claims.put("iat", people.clock().instant().getEpochSecond() - 300);
            claims.put("exp", people.clock().instant().getEpochSecond() - 30);
        });
        assertEquals("tina.zajc", signIn().session().caller().name(), "clocks may be off by a minute");
    }

    @Test
    void aTokenThatAnotherHasSignedIsRefused() throws Exception {
        begin(Engine.H2);
        provider.signWithAnotherKey();
        assertEquals("auth.openid.signature", refusal());
    }

    @Test
    void keysMayChange() throws Exception {
        begin(Engine.H2);
        signIn();
        provider.rotateKeys();
        people.later();
        signIn();
    }

    @Test
    void whatTheProviderRefusesIsToldAndWrongCodesOpenNothing() throws Exception {
        begin(Engine.H2);
        Departure departure = login.depart(BASE, "");
        Map<String, String> guessed = new HashMap<>(visit(departure));
        guessed.put("code", "guessed");
        assertEquals("auth.openid.code", assertThrows(ProblemException.class, () -> arrive(departure, guessed)).code());
        provider.deny("access_denied");
        assertEquals("auth.openid.denied", refusal());
    }

    @Test
    void aProviderThatDoesNotAnswerIsTold() throws Exception {
        begin(Engine.H2);
        provider.close();
        ProblemException problem = assertThrows(ProblemException.class, () -> login.depart(BASE, ""));
        assertEquals("auth.openid.unavailable", problem.code());
        assertEquals(503, problem.kind().status());
    }

    @Test
    void whoIsKeptOutHereStaysOutAndAUserOfTheSameNameIsNotTakenOver() throws Exception {
        begin(Engine.H2);
        signIn();
        people.disable("tina.zajc");
        Departure departure = login.depart(BASE, "");
        assertInstanceOf(Refused.class, arrive(departure, visit(departure)).outcome());

        people.localPerson("ana");
        assertEquals("auth.name-taken", refusal(claims -> {
            claims.put("sub", "another");
            claims.put("preferred_username", "ana");
        }));
    }

    @Test
    void aRoleThatWantsASecondFactorGivesNothingUntilTheProviderHasSeenOne() throws Exception {
        begin(Engine.H2);
        people.roleWithSecondFactor("Payer", "finance.payment.release");
        login = people.openId(Map.of("issuer", provider.issuer(), "client.id", OpenIdProvider.CLIENT,
                "client.secret", OpenIdProvider.SECRET, "roles", "bookkeeping > Payer"));
        assertFalse(signIn().session().caller().may("finance.payment.release"));
        provider.changeClaims(claims -> claims.put("amr", List.of("pwd", "mfa")));
        SignedIn strong = signIn();
        assertTrue(strong.session().caller().may("finance.payment.release"));
        assertFalse(strong.session().mustSeeAccount());
    }
}
