package org.zaledje.tests.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.zaledje.tests.ZaledjeExtension;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.LauncherRun;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/** The commands of an administrator, through the shell that the launcher opens. */
@ExtendWith(ZaledjeExtension.class)
class ShellIT {

    private static final Duration COMMAND_MAX = Duration.ofSeconds(60);

    private final Zaledje zaledje;

    ShellIT(Zaledje zaledje) {
        this.zaledje = zaledje;
    }

    @BeforeEach
    void empty() {
        zaledje.ensureEmpty();
    }

    private record Result(int exit, String out, String error) {
    }

    private Result shell(String password, String command) {
        List<String> arguments = List.of("shell", "--port", "" + zaledje.port(), command);
        Map<String, String> environment =
                Map.of("ZALEDJE_SSH_PORT", "" + zaledje.sshPort(), "ZALEDJE_ADMIN_PASSWORD", password);
        try (LauncherRun run = LauncherRun.start(zaledje.distribution(), environment, arguments)) {
            int exit = run.awaitExit(COMMAND_MAX);
            return new Result(exit, String.join("\n", run.out()), String.join("\n", run.error()));
        }
    }

    @Test
    void functionsAreInstalledListedAndRemoved() {
        Result installed = shell(Zaledje.PASSWORD, "zaledje:install notes");

        assertThat(installed.out()).as(installed.toString()).contains("notes", "is installed");
        assertThat(zaledje.rest().get("/api/v1/notes").status()).isEqualTo(200);
        assertThat(shell(Zaledje.PASSWORD, "zaledje:functions").out()).contains("notes", "/api/v1/notes", "runs");
        assertThat(shell(Zaledje.PASSWORD, "zaledje:functions --json").out())
                .contains("{\"name\":\"notes\"", "\"state\":\"INSTALLED\"");
        assertThat(shell(Zaledje.PASSWORD, "zaledje:rollback --lang sl notes").out()).contains("Funkcija notes nima");

        assertThat(shell(Zaledje.PASSWORD, "zaledje:stop notes").out()).contains("is stopped");
        assertThat(zaledje.rest().get("/api/v1/notes").status()).isEqualTo(404);
        assertThat(shell(Zaledje.PASSWORD, "zaledje:start notes").out()).contains("is installed");
        assertThat(zaledje.rest().get("/api/v1/notes").status()).isEqualTo(200);

        Result removed = shell(Zaledje.PASSWORD, "zaledje:remove notes");

        assertThat(removed.out()).as(removed.toString()).contains("is removed");
        assertThat(zaledje.rest().get("/api/v1/notes").status()).isEqualTo(404);
    }

    @Test
    void usersAreMadeAndGivenRolesAndProgramsGetTokens() throws Exception {
        Result made = shell(Zaledje.PASSWORD, "zaledje:users --service --json create shell-program");
        assertThat(made.out()).as(made.toString()).contains("\"name\":\"shell-program\"");
        assertThat(shell(Zaledje.PASSWORD, "zaledje:users grant shell-program administrator").out())
                .contains("shell-program has the role administrator");
        Result issued = shell(Zaledje.PASSWORD, "zaledje:token --days 1 --json issue shell-program tests");
        JsonNode token = new ObjectMapper().readTree(issued.out().substring(issued.out().indexOf('{')));
        Rest program = zaledje.anonymous().with("Authorization", "Bearer " + token.get("secret").asText());
        assertThat(program.get("/api/v1/people/users").status()).isEqualTo(200);
        assertThat(shell(Zaledje.PASSWORD, "zaledje:token --lang sl").out()).contains("shell-program", "Poteče");

        assertThat(shell(Zaledje.PASSWORD, "zaledje:users lock shell-program").out()).contains("is kept out");
        assertThat(program.get("/api/v1/people/users").status()).isEqualTo(401);
        assertThat(shell(Zaledje.PASSWORD, "zaledje:users").out()).contains("shell-program", "program", "administrator");
    }

    @Test
    void withoutFunctionsTheListSaysWhichCanBeInstalled() {
        assertThat(shell(Zaledje.PASSWORD, "zaledje:functions").out())
                .contains("No function is running", "accounting, notes");
    }

    @Test
    void aFunctionThatDoesNotComeWithTheDistributionIsSaidInOneLine() {
        Result refused = shell(Zaledje.PASSWORD, "zaledje:install nothing");

        assertThat(refused.out() + refused.error()).contains("nothing").doesNotContain("Exception", "\tat ");
    }

    @Test
    void jobsEventsAndTheAuditTrailAreShownForPeopleAndForPrograms() throws Exception {
        assertThat(shell(Zaledje.PASSWORD, "zaledje:jobs").out()).contains("jobs.history", "Next run");
        assertThat(shell(Zaledje.PASSWORD, "zaledje:jobs --lang sl").out()).contains("jobs.history", "Naslednji zagon");
        assertThat(json("zaledje:jobs --json").findValuesAsText("id")).contains("jobs.history", "platform.backup");
        assertThat(json("zaledje:events --json").isArray()).isTrue();
        assertThat(json("zaledje:verify --json").path("state").asText()).isEqualTo("CLEAN");
        Result refused = shell(Zaledje.PASSWORD, "zaledje:events resend nothing");
        assertThat(refused.exit()).isNotZero();
        assertThat(refused.out() + refused.error()).contains("zaledje:events dead").doesNotContain("Exception");
    }

    @Test
    void aBackupIsMadeAndProvenAndSaysHowItIsRestored() throws Exception {
        assertThat(json("zaledje:backup --json").path("run").asText()).isNotEmpty();
        JsonNode kept = Await.until("the backup is proven", COMMAND_MAX, () -> json("zaledje:backup --json --list"),
                list -> list.path(0).path("provenAt").asText().contains("T"));
        String file = kept.path(0).path("file").asText();
        assertThat(shell(Zaledje.PASSWORD, "zaledje:restore").out()).contains("bin/zaledje restore", file);

        try (LauncherRun verify = LauncherRun.start(zaledje.distribution(),
                Map.of("ZALEDJE_BACKUP_PASSPHRASE", Zaledje.BACKUP_PASSPHRASE), List.of("restore", file, "--verify"))) {
            assertThat(verify.awaitExit(COMMAND_MAX)).as(verify.error().toString()).isZero();
            assertThat(String.join("", verify.out())).contains("The backup is whole", "restored for a trial");
        }
        try (LauncherRun verify = LauncherRun.start(zaledje.distribution(),
                Map.of("ZALEDJE_BACKUP_PASSPHRASE", "another passphrase"), List.of("restore", file, "--verify"))) {
            assertThat(verify.awaitExit(COMMAND_MAX)).isEqualTo(1);
            assertThat(String.join("", verify.error())).contains("passphrase is wrong");
        }
    }

    private JsonNode json(String command) throws Exception {
        Result result = shell(Zaledje.PASSWORD, command);
        assertThat(result.exit()).as(result.toString()).isZero();
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void aWrongPasswordOpensNoShell() {
        Result refused = shell("wrong", "zaledje:functions");

        assertThat(refused.exit()).as(refused.toString()).isNotZero();
        assertThat(refused.out()).doesNotContain("No function is running");
    }
}
