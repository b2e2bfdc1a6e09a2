package org.zaledje.tests.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.testkit.DirectoryServer;
import org.zaledje.testkit.OpenIdProvider;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.LauncherRun;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** Users whom a directory or an OpenID provider vouches for, set up in a running platform, at all doors. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class ElsewhereIT {

    private static final Duration SOON_ENOUGH = Duration.ofSeconds(20);
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(15_000);

    private final Zaledje zaledje;
    private final Browser browser;

    ElsewhereIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
    }

    @AfterEach
    void forget() throws IOException {
        configure("ldap", Map.of());
        configure("openid", Map.of());
    }

    private void configure(String what, Map<String, ?> values) throws IOException {
        Properties properties = new Properties();
        values.forEach((key, value) -> properties.setProperty(key, value.toString()));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        Files.writeString(zaledje.data().resolve("etc/org.zaledje." + what + ".cfg"), text.toString());
    }

    private Rest as(String name) {
        return zaledje.anonymous().as(name, DirectoryServer.PASSWORD);
    }

    @Test
    void usersOfADirectoryComeInAtAllDoorsAndAnOutageIsTold(@TempDir Path folder) throws Exception {
        zaledje.ensure("accounting");
        try (DirectoryServer directory = new DirectoryServer(folder)) {
            configure("ldap", directory.configuration());
            // Logins that are refused while the configuration is not taken up yet would count as guesses.
            Await.until("the directory is known", SOON_ENOUGH, () -> zaledje.rest().get("/api/v1/jobs").text(),
                    jobs -> jobs.contains("people.directory"));
            Await.until("bor comes in", SOON_ENOUGH, () -> as("bor").get("/api/v1/people/me"), answer -> answer.status() == 200);

            Answer ana = as("ana").get("/api/v1/people/me");
            assertThat(ana.json().get("source").asText()).as(ana.toString()).isEqualTo("LDAP");
            assertThat(ana.json().get("displayName").asText()).isEqualTo("Ana Novak");
            assertThat(as("ana").get("/api/v1/people/users").status()).isEqualTo(403);
            assertThat(as("bor").get("/api/v1/people/users").status()).isEqualTo(200);
            assertThat(as("bor").get("/soap").status()).isEqualTo(200);
            assertThat(shell("bor").out()).anyMatch(line -> line.contains("zaledje-accounting"));
            try (Person person = browser.person(zaledje.url())) {
                person.page().navigate("/account");
                person.tryToLogIn("ana", DirectoryServer.PASSWORD);
                assertThat(person.page().getByText("kept in the directory")).isVisible(SOON);
                whoIsLockedThereIsOut(directory, person);
            }

            directory.stop();
            Answer refused = as("nobody-yet").get("/api/v1/people/me");
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.json().get("code").asText()).isEqualTo("auth.directory-unavailable");
            try (Person person = browser.person(zaledje.url())) {
                person.page().navigate("/");
                person.tryToLogIn("nobody-yet", DirectoryServer.PASSWORD);
                assertThat(person.page().locator("#login-problem")).containsText("does not answer");
                person.tryToLogIn(Zaledje.ADMIN, Zaledje.PASSWORD);
                assertThat(person.drawer()).isVisible(SOON);
            }
        }
    }

    private void whoIsLockedThereIsOut(DirectoryServer directory, Person person) throws Exception {
        String token = as("ana").post("/api/v1/people/me/tokens", "{\"name\":\"program\",\"days\":1}").json().get("secret").asText();
        Rest program = zaledje.anonymous().with("Authorization", "Bearer " + token);
        assertThat(program.get("/api/v1/people/me").status()).isEqualTo(200);

        directory.change(DirectoryServer.dn("ana"), "add: nsAccountLock", "nsAccountLock: true");
        askedAgain();
        assertThat(program.get("/api/v1/people/me").status()).isEqualTo(401);
        assertThat(as("ana").get("/api/v1/people/me").status()).isEqualTo(401);
        try {
            person.page().navigate("/account");
        } catch (PlaywrightException e) {
            // Its page is being led to the login already.
        }
        assertThat(person.page().locator("input[name=username]")).isVisible(SOON);
        assertThat(as("bor").get("/api/v1/people/me").status()).isEqualTo(200);

        directory.change(DirectoryServer.dn("ana"), "delete: nsAccountLock");
        askedAgain();
        assertThat(program.get("/api/v1/people/me").status()).isEqualTo(200);
    }

    /** Without waiting for the time of the job. */
    private void askedAgain() {
        Answer started = Await.until("the job starts; it may be at work by itself", SOON_ENOUGH,
                () -> zaledje.rest().post("/api/v1/jobs/people.directory/runs", "{}"), answer -> answer.status() == 201);
        Await.until("the directory was asked", SOON_ENOUGH, () -> zaledje.rest().get("/api/v1/jobs/runs/" + started.json().get("id").asText())
                .json().get("state").asText(), "SUCCEEDED"::equals);
    }

    /** The shell as the launcher opens it, but for a user of the directory. */
    private LauncherRun shell(String name) {
        LauncherRun run = LauncherRun.start(zaledje.distribution(), Map.of("ZALEDJE_SSH_PORT", "" + zaledje.sshPort(),
                "ZALEDJE_SHELL_USER", name, "ZALEDJE_SHELL_PASSWORD", DirectoryServer.PASSWORD),
                List.of("shell", "--port", "" + zaledje.port(), "zaledje:functions"));
        try (run) {
            run.awaitExit(Duration.ofSeconds(60));
        }
        return run;
    }

    @Test
    void whoIsSignedInAtTheProviderIsInByOneClickAndOutAtBoth(TestInfo test) throws Exception {
        try (OpenIdProvider provider = new OpenIdProvider(Clock.systemUTC()); Person person = browser.person(zaledje.url())) {
            configure("openid", Map.of("issuer", provider.issuer(), "client.id", OpenIdProvider.CLIENT,
                    "client.secret", OpenIdProvider.SECRET, "title", "Company account", "roles", "bookkeeping > administrator"));
            Await.until("the login page offers it", SOON_ENOUGH, () -> {
                person.page().navigate("/administration/users");
                person.page().locator("input[name=username]").waitFor();
                return person.page().locator("a#openid").count();
            }, count -> count == 1);
            person.screenshot("openid-button");
            person.page().locator("a#openid").click();
            assertThat(person.drawer()).isVisible(SOON);
            person.page().waitForURL("**/administration/users");
            assertThat(person.page().getByText("tina.zajc").first()).isVisible(SOON);

            person.page().locator("#user-menu").click();
            person.page().locator("#sign-out").click();
            assertThat(person.page().locator("input[name=username]")).isVisible(SOON);
            assertThat(provider.logouts()).hasSize(1).allMatch(hint -> hint.contains("."));

            provider.changeClaims(claims -> claims.put("nonce", "of another login"));
            person.page().locator("a#openid").click();
            assertThat(person.page().locator("#login-problem")).containsText("belongs to another login");

            person.page().navigate("/login/openid/callback?code=x&state=used");
            assertThat(person.page().locator("#login-problem")).containsText("was not begun in this browser");
            assertThat(person.drawer()).isHidden();
            assertThat(person.complaints()).isEmpty();
        }
    }
}
