package org.zaledje.platform.shell.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Action;
import org.junit.jupiter.api.Test;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.Deployment.State;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.function.InstalledFunction;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.text.LocalizedText;

class CommandsTest {

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
                    .orElseThrow(() -> problem(name + " does not come with this distribution."));
        }

        @Override
        public void uninstall(String name) {
            if (!deployments.removeIf(deployment -> deployment.file().startsWith("zaledje-" + name))) {
                throw problem("There is no archive of " + name + ".");
            }
        }

        @Override
        public Deployment install(String fileName, InputStream archive) {
            deployments.add(deployment(fileName, "zaledje-notes", State.INSTALLED, null));
            return deployments.get(deployments.size() - 1);
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
            Deployment deployment = install(name);
            deployments.remove(deployment);
            deployments.add(deployment(deployment.file(), "zaledje-notes", State.STOPPED, null));
        }

        @Override
        public Deployment start(String name) {
            return install(name);
        }
    };

    @Test
    void functionsShowsWhatRunsAndWhatLiesInTheFolder() throws Exception {
        functions.add(new InstalledFunction("notes", "0.1.0", text("Notes"), text(""), "notebook", List.of(),
                Optional.of("/api/v1/notes"), Optional.empty(), List.of()));
        deployments.add(deployment("zaledje-notes-0.1.0.kar", "zaledje-notes", State.INSTALLED, null));
        deployments.add(deployment("broken.kar", null, State.FAILED, "The archive can't be read."));
        String shown = run(functionsCommand());
        for (String part : List.of("notes", "0.1.0", "/api/v1/notes", "installed", "broken.kar", "failed",
                "The archive can't be read.")) {
            assertTrue(shown.contains(part), part + " in " + shown);
        }
    }

    @Test
    void anEmptyPlatformSaysHowToAddAFunction() throws Exception {
        String shown = run(functionsCommand());
        assertTrue(shown.contains("zaledje:install NAME installs one of: accounting, notes"), shown);
        assertTrue(shown.contains("The hot-deploy folder is empty."), shown);
    }

    @Test
    void installTellsTheOutcome() throws Exception {
        deployments.add(deployment("zaledje-notes-0.1.0.kar", "zaledje-notes", State.INSTALLED, null));
        deployments.add(
                deployment("zaledje-accounting-0.1.0.kar", "zaledje-accounting", State.FAILED, "It does not start."));
        assertEquals("notes 0.1.0 is installed.", run(install("notes")).strip());
        assertEquals("It does not start.",
                assertThrows(CommandProblem.class, () -> run(install("accounting"))).getMessage());
        assertEquals("hr does not come with this distribution.",
                assertThrows(CommandProblem.class, () -> run(install("hr"))).getMessage());
    }

    @Test
    void uninstallTellsTheOutcome() throws Exception {
        deployments.add(deployment("zaledje-notes-0.1.0.kar", "zaledje-notes", State.INSTALLED, null));
        assertEquals("notes is removed. Its data stays.", run(uninstall("notes")).strip());
        assertEquals("There is no archive of notes.",
                assertThrows(CommandProblem.class, () -> run(uninstall("notes"))).getMessage());
    }

    @Test
    void namesAreCompletedByWhatLiesInTheFolder() {
        assertEquals(List.of("acme-fleet", "broken.kar", "notes"), DeployedNames.names(List.of(
                deployment("zaledje-notes-0.2.0.kar", "zaledje-notes", State.INSTALLED, null),
                deployment("zaledje-notes-0.1.0.kar", "zaledje-notes", State.SUPERSEDED, null),
                deployment("broken.kar", null, State.FAILED, "broken"),
                deployment("fleet.kar", "acme-fleet", State.INSTALLED, null))));
    }

    private Action functionsCommand() {
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

    private Action install(String name) {
        InstallCommand command = new InstallCommand();
        command.deployer = deployer;
        command.name = name;
        return command;
    }

    private Action uninstall(String name) {
        RemoveCommand command = new RemoveCommand();
        command.deployer = deployer;
        command.name = name;
        return command;
    }

    private static String run(Action action) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try {
            action.execute();
        } finally {
            System.setOut(before);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static Deployment deployment(String file, String feature, State state, String problem) {
        Optional<String> name = Optional.ofNullable(feature);
        return new Deployment(file, name, name.map(present -> "0.1.0"), state,
                Optional.ofNullable(problem).map(CommandsTest::text), Instant.EPOCH);
    }

    private static LocalizedText text(String value) {
        return LocalizedText.verbatim(value);
    }

    private static ProblemException problem(String detail) {
        return ProblemException.of(Kind.NOT_FOUND, "function.unknown", text(detail));
    }
}
