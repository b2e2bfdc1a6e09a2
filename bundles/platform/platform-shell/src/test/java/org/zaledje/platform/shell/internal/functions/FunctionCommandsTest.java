package org.zaledje.platform.shell.internal.functions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.Deployment.State;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.function.InstalledFunction;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.shell.internal.PlatformCommand;
import org.zaledje.platform.shell.internal.TestShell;
import org.zaledje.platform.text.LocalizedText;

class FunctionCommandsTest {

    private final List<Deployment> deployments = new ArrayList<>();
    private final List<InstalledFunction> functions = new ArrayList<>();

    private final FunctionDeployer deployer = new FunctionDeployer() {
        @Override
        public List<Deployment> deployments() {
            return deployments;
        }

        @Override
        public List<String> shipped() {
            return List.of("accounting", "notes");
        }

        @Override
        public Deployment install(String name) {
            return deployments.stream()
                    .filter(deployment -> deployment.file().startsWith("zaledje-" + name))
                    .findFirst()
                    .orElseThrow(() -> unknown(name + " does not come with this distribution."));
        }

        @Override
        public void uninstall(String name) {
            if (!deployments.removeIf(deployment -> deployment.file().startsWith("zaledje-" + name))) {
                throw unknown("There is no archive of " + name + ".");
            }
        }

        @Override
        public Deployment install(String fileName, InputStream archive) {
            return deployment(fileName, "zaledje-notes", State.INSTALLED, null);
        }

        @Override
        public Deployment rollback(String name) {
            return install(name);
        }

        @Override
        public Optional<String> previousVersion(String name) {
            return Optional.of("0.0.9");
        }

        @Override
        public void stop(String name) {
            install(name);
        }

        @Override
        public Deployment start(String name) {
            return install(name);
        }
    };

    private static String run(PlatformCommand command, String... options) throws Exception {
        return TestShell.run(command, Map.of(), options).strip();
    }

    private static String problem(PlatformCommand command) {
        return assertThrows(Exception.class, () -> run(command)).getMessage();
    }

    @Test
    void functionsShowsWhatRunsAndWhatDoesNotAndWhy() throws Exception {
        functions.add(new InstalledFunction("notes", "0.1.0", text("Notes"), text(""), "notebook", List.of(),
                Optional.of("/api/v1/notes"), Optional.empty(), List.of(), List.of()));
        deployments.add(deployment("zaledje-notes-0.1.0.kar", "zaledje-notes", State.INSTALLED, null));
        deployments.add(deployment("broken.kar", null, State.FAILED, "The archive can't be read."));

        String shown = run(functionsCommand());

        for (String part : List.of("notes", "0.1.0", "runs", "/api/v1/notes", "0.0.9", "broken.kar", "failed",
                "The archive can't be read.")) {
            assertTrue(shown.contains(part), part + " in " + shown);
        }
        assertEquals("[{\"name\":\"notes\",\"version\":\"0.1.0\",\"state\":\"INSTALLED\",\"title\":\"Notes\","
                + "\"rest\":\"/api/v1/notes\",\"wsdl\":null,\"archive\":\"zaledje-notes-0.1.0.kar\",\"previous\":\"0.0.9\","
                + "\"problem\":null},{\"name\":\"broken.kar\",\"version\":null,\"state\":\"FAILED\",\"title\":null,"
                + "\"rest\":null,\"wsdl\":null,\"archive\":\"broken.kar\",\"previous\":\"0.0.9\","
                + "\"problem\":\"The archive can't be read.\"}]", run(functionsCommand(), "--json"));
        assertTrue(run(functionsCommand(), "--lang=sl").contains("teče"));
    }

    @Test
    void anEmptyPlatformSaysHowToAddAFunction() throws Exception {
        assertTrue(run(functionsCommand()).contains("zaledje:install NAME installs one of: accounting, notes"));
        assertEquals("[]", run(functionsCommand(), "--json"));
    }

    @Test
    void installTellsTheOutcome() throws Exception {
        deployments.add(deployment("zaledje-notes-0.1.0.kar", "zaledje-notes", State.INSTALLED, null));
        deployments.add(
                deployment("zaledje-accounting-0.1.0.kar", "zaledje-accounting", State.FAILED, "It does not start."));
        assertEquals("notes 0.1.0 is installed.", run(install("notes")));
        assertEquals("notes 0.1.0 je nameščena.", run(install("notes"), "--lang=sl"));
        assertEquals("{\"function\":\"notes\",\"version\":\"0.1.0\",\"state\":\"INSTALLED\","
                + "\"archive\":\"zaledje-notes-0.1.0.kar\"}", run(install("notes"), "--json"));
        assertEquals("It does not start.", problem(install("accounting")));
        assertEquals("hr does not come with this distribution.", problem(install("hr")));
    }

    @Test
    void anArchiveOnTheServerIsInstalledOrItIsToldWhyNot(@TempDir Path folder) throws Exception {
        Path archive = Files.writeString(folder.resolve("fleet.kar"), "an archive");
        assertEquals(archive + " 0.1.0 is installed.", run(install(archive.toString())));
        assertTrue(problem(install(folder.resolve("none.kar").toString())).contains("can't be read"));
    }

    @Test
    void rollingBackWantsTheVersionThatIsKept() throws Exception {
        deployments.add(deployment("zaledje-notes-0.1.0.kar", "zaledje-notes", State.INSTALLED, null));
        assertEquals("notes 0.1.0 is installed.", run(rollback(null)));
        assertEquals("notes 0.1.0 is installed.", run(rollback("0.0.9")));
        assertEquals("notes can't go back to version 0.0.1: the one that is kept is 0.0.9. Nothing is changed.",
                problem(rollback("0.0.1")));
    }

    @Test
    void removingTellsTheOutcome() throws Exception {
        deployments.add(deployment("zaledje-notes-0.1.0.kar", "zaledje-notes", State.INSTALLED, null));
        assertEquals("notes is removed. Its data stays.", run(remove("notes")));
        assertEquals("There is no archive of notes.", problem(remove("notes")));
    }

    @Test
    void namesAreCompletedByWhatLiesInTheFolder() {
        assertEquals(List.of("acme-fleet", "broken.kar", "notes"), DeployedNames.names(List.of(
                deployment("zaledje-notes-0.2.0.kar", "zaledje-notes", State.INSTALLED, null),
                deployment("zaledje-notes-0.1.0.kar", "zaledje-notes", State.SUPERSEDED, null),
                deployment("broken.kar", null, State.FAILED, "broken"),
                deployment("fleet.kar", "acme-fleet", State.INSTALLED, null))));
    }

    private PlatformCommand functionsCommand() {
        FunctionsCommand command = new FunctionsCommand();
        command.catalogue = new FunctionCatalogue() {
            @Override
            public List<InstalledFunction> installed() {
                return functions;
            }

            @Override
            public Optional<InstalledFunction> find(String id) {
                return functions.stream().filter(function -> function.id().equals(id)).findFirst();
            }
        };
        command.deployer = deployer;
        return command;
    }

    private PlatformCommand install(String name) {
        InstallCommand command = new InstallCommand();
        command.deployer = deployer;
        command.name = name;
        return command;
    }

    private PlatformCommand rollback(String version) {
        RollbackCommand command = new RollbackCommand();
        command.deployer = deployer;
        command.name = "notes";
        command.version = version;
        return command;
    }

    private PlatformCommand remove(String name) {
        RemoveCommand command = new RemoveCommand();
        command.deployer = deployer;
        command.name = name;
        return command;
    }

    private static Deployment deployment(String file, String feature, State state, String problem) {
        Optional<String> name = Optional.ofNullable(feature);
        return new Deployment(file, name, name.map(present -> "0.1.0"), state,
                Optional.ofNullable(problem).map(FunctionCommandsTest::text), Instant.EPOCH);
    }

    private static LocalizedText text(String value) {
        return LocalizedText.verbatim(value);
    }

    private static ProblemException unknown(String detail) {
        return ProblemException.of(Kind.NOT_FOUND, "function.unknown", text(detail));
    }
}
