package org.zaledje.tests.people;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.BrowserExtension;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Answer;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Browser;
import org.zaledje.tests.harness.LauncherRun;
import org.zaledje.tests.harness.Person;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** Signing in and what an administrator does about it, in a real browser. */
@ExtendWith({ZaledjeExtension.class, BrowserExtension.class})
class SignInIT {

    private static final String FIRST = "three-quiet-lamps";
    private static final String PASSWORD = "four-loud-kettles";
    private static final IsVisibleOptions SOON = new IsVisibleOptions().setTimeout(15_000);
    private static final Duration SOON_ENOUGH = Duration.ofSeconds(15);

    private final Zaledje zaledje;
    private final Browser browser;
    private Person person;

    SignInIT(Zaledje zaledje, Browser browser) {
        this.zaledje = zaledje;
        this.browser = browser;
    }

    @BeforeEach
    void sitDown() {
        person = browser.person(zaledje.url());
    }

    @AfterEach
    void standUp(TestInfo test) {
        person.screenshot(test.getTestMethod().orElseThrow().getName());
        person.close();
    }

    /** A person with a password of their own, and no rights. */
    private void user(String name) {
        if (zaledje.anonymous().as(name, PASSWORD).get("/api/v1/people/me").status() == 200) {
            return;
        }
        Answer made = zaledje.rest().post("/api/v1/people/users", "{\"name\":\"" + name + "\",\"password\":\"" + FIRST + "\"}");
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        Answer changed = zaledje.anonymous().as(name, FIRST).with("Content-Type", Rest.JSON).send("PUT",
                "/api/v1/people/me/password",
                BodyPublishers.ofString("{\"old\":\"" + FIRST + "\",\"password\":\"" + PASSWORD + "\"}"));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(204);
    }

    private void signIn(Person somebody, String name) {
        somebody.page().navigate("/");
        somebody.tryToLogIn(name, PASSWORD);
        somebody.drawer().waitFor();
    }

    @Test
    void whoHasASecondFactorNeedsACodeAndEachCodeIsGoodOnce() {
        user("sign-in-code");
        signIn(person, "sign-in-code");
        person.follow("/account");
        person.page().locator("#begin-second-factor").click();
        Authenticator phone = new Authenticator(person.page().locator(".z-card code").first().innerText().strip());
        String used = phone.code();
        person.page().locator("#second-factor-code input").fill(used);
        person.page().locator("#confirm-second-factor").click();
        assertThat(person.page().locator("#recovery-codes")).isVisible(SOON);
        String recovery = person.page().locator("#recovery-codes code").first().innerText().strip();

        try (Person later = browser.person(zaledje.url())) {
            later.page().navigate("/account");
            later.tryToLogIn("sign-in-code", PASSWORD);
            later.page().locator("#code input").fill(used);
            later.page().locator("#send-code").click();
            assertThat(later.page().getByText("The code is wrong, has been used, or is too old")).isVisible(SOON);
            later.page().locator("#code input").fill(phone.nextCode());
            later.page().locator("#send-code").click();
            assertThat(later.drawer()).isVisible(SOON);
            later.page().waitForURL("**/account");
        }
        try (Person withoutPhone = browser.person(zaledje.url())) {
            withoutPhone.page().navigate("/");
            withoutPhone.tryToLogIn("sign-in-code", PASSWORD);
            withoutPhone.page().locator("#code input").fill(recovery);
            withoutPhone.page().locator("#send-code").click();
            assertThat(withoutPhone.drawer()).isVisible(SOON);
        }
        Answer byPassword = zaledje.anonymous().as("sign-in-code", PASSWORD).get("/api/v1/people/me");
        assertThat(byPassword.text()).contains("auth.second-factor");
    }

    @Test
    void whoIsLockedOutIsToldUntilWhenAndAnAdministratorUnlocksThem() throws IOException {
        user("sign-in-locked");
        Path settings = zaledje.data().resolve("etc/org.zaledje.identity.cfg");
        String shipped = Files.readString(settings);
        Files.writeString(settings, shipped.replace("lockout.seconds = 30", "lockout.seconds = 600"));
        try {
            lockedAndUnlocked();
        } finally {
            Files.writeString(settings, shipped);
        }
    }

    private void lockedAndUnlocked() {
        for (int i = 0; i < 9; i++) {
            assertThat(zaledje.anonymous().as("sign-in-locked", "guess " + i).get("/api/v1/people/me").status()).isEqualTo(401);
        }
        person.page().navigate("/");
        person.tryToLogIn("sign-in-locked", "the tenth guess");
        assertThat(person.page().locator("#login-problem")).isVisible(SOON);
        assertThat(person.page().locator("#login-problem")).containsText("too many wrong passwords");

        try (Person admin = browser.person(zaledje.url())) {
            admin.logIn("/administration/users?name.contains=sign-in-locked");
            admin.page().getByText("sign-in-locked").click();
            admin.page().locator("#unlock").click();
            assertThat(admin.page().locator("#unlock")).isHidden();
        }
        person.tryToLogIn("sign-in-locked", PASSWORD);
        assertThat(person.drawer()).isVisible(SOON);
    }

    @Test
    void aSessionThatIsEndedEndsTheOtherBrowser() {
        user("sign-in-twice");
        signIn(person, "sign-in-twice");
        try (Person other = browser.person(zaledje.url())) {
            signIn(other, "sign-in-twice");
            other.follow("/account");
            other.page().getByText("End", new Page.GetByTextOptions().setExact(true)).first().click();
            Await.until("the session has ended", SOON_ENOUGH, this::ownSessions, count -> count == 1);

            try {
                person.page().navigate("/account");
            } catch (PlaywrightException e) {
                // Its page is being led to the login already.
            }
            assertThat(person.page().locator("input[name=username]")).isVisible(SOON);
            assertThat(other.drawer()).isVisible();
        }
    }

    /** As after a restart: the browser still sends the cookie, and asks for several things at once. */
    @Test
    void aBrowserWhoseSessionIsGoneGetsANewOneForEachRequestAndNoneByTheOldName() {
        for (int round = 0; round < 10; round++) {
            String gone = "node0gone" + round;
            List<CompletableFuture<Answer>> asked = IntStream.range(0, 8).mapToObj(i -> CompletableFuture.supplyAsync(
                    () -> zaledje.anonymous().with("Cookie", "JSESSIONID=" + gone).get("/login"))).toList();
            assertThat(asked).map(CompletableFuture::join).allSatisfy(answer -> {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
                assertThat(answer.header("Set-Cookie")).contains("JSESSIONID=").doesNotContain(gone);
            });
        }
    }

    @Test
    void aConfigurationThatChangesEndsNoSessionAndClosesNoDoor() throws IOException {
        user("sign-in-stays");
        signIn(person, "sign-in-stays");
        List<Path> files;
        try (Stream<Path> all = Files.list(zaledje.data().resolve("etc"))) {
            files = all.filter(file -> file.getFileName().toString().matches("org\\.zaledje\\..*\\.cfg"))
                    .filter(file -> !file.endsWith("org.zaledje.database.cfg")).toList();
        }
        Map<Path, String> shipped = new HashMap<>();
        for (Path file : files) {
            shipped.put(file, Files.readString(file));
        }
        List<String> failures = new ArrayList<>();
        try {
            for (Path file : files) {
                Files.writeString(file, shipped.get(file) + "\nchanged.by.a.test = true\n");
            }
            Await.until("all are taken up", SOON_ENOUGH, () -> {
                for (String path : List.of("/login", "/api/v1/people/me", "/health/ready")) {
                    Answer answer = zaledje.rest().get(path);
                    if (answer.status() != 200) {
                        failures.add(answer.toString());
                    }
                }
                String log = Files.readString(zaledje.data().resolve("log/zaledje.log"));
                return files.stream().filter(file -> !isUpdated(file, log)).toList();
            }, List::isEmpty);
        } finally {
            for (Path file : files) {
                Files.writeString(file, shipped.get(file));
            }
        }
        person.page().navigate("/account");
        assertThat(person.drawer()).isVisible(SOON);
        assertThat(failures).isEmpty();
    }

    /** What it stands on may be withdrawn when a bundle of the platform is exchanged. */
    @Test
    void theWebUiComesBackWithAllPagesWhenAServiceUnderItDoes() {
        String component = "org.zaledje.platform.service.internal.identity.openid.OpenIdLogin";
        shell("scr:disable " + component);
        try {
            Await.until("the web UI is gone", SOON_ENOUGH, () -> zaledje.anonymous().get("/login").status(), status -> status == 404);
        } finally {
            shell("scr:enable " + component);
        }
        Await.until("the web UI is back", SOON_ENOUGH, () -> zaledje.anonymous().get("/login").status(), status -> status == 200);
        person.logIn("/administration/users");
        assertThat(person.page().getByText("admin").first()).isVisible(SOON);
        assertThat(person.complaints()).isEmpty();
    }

    private void shell(String command) {
        try (LauncherRun run = LauncherRun.start(zaledje.distribution(), Map.of("ZALEDJE_SSH_PORT", "" + zaledje.sshPort(),
                "ZALEDJE_SHELL_PASSWORD", Zaledje.PASSWORD), List.of("shell", "--port", "" + zaledje.port(), command))) {
            assertThat(run.awaitExit(Duration.ofSeconds(60))).isZero();
        }
    }

    private static boolean isUpdated(Path file, String log) {
        String name = file.getFileName().toString();
        return log.contains("Updating configuration {" + name.substring(0, name.length() - ".cfg".length()) + "}");
    }

    private int ownSessions() {
        return zaledje.anonymous().as("sign-in-twice", PASSWORD).get("/api/v1/people/me/sessions").json().get("items").size();
    }

    @Test
    void aRoleIsMadeAndChangedInItsEditor() {
        person.logIn("/administration/roles/new");
        person.page().locator("#role-name input").fill("Sign-in auditor " + System.nanoTime());
        String name = person.page().locator("#role-name input").inputValue();
        person.page().locator("vaadin-checkbox", checkbox("See users, roles")).click();
        person.page().locator("#make-role").click();
        assertThat(person.page().locator("#save")).isVisible(SOON);
        assertThat(role(name).get("permissions").toString()).isEqualTo("[\"administration.people.read\"]");

        person.page().locator("vaadin-checkbox", checkbox("See users, roles")).click();
        person.page().locator("#save").click();
        Await.until("the role is changed", SOON_ENOUGH, () -> role(name).get("permissions").size(), count -> count == 0);
    }

    private static Page.LocatorOptions checkbox(String label) {
        return new Page.LocatorOptions().setHasText(label);
    }

    private JsonNode role(String name) {
        for (JsonNode each : zaledje.rest().get("/api/v1/people/roles").json().get("items")) {
            if (each.get("name").asText().equals(name)) {
                return each;
            }
        }
        throw new AssertionError("there is no role " + name);
    }
}
