package org.zaledje.platform.shell.internal.functions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.shell.internal.CommandProblem;
import org.zaledje.platform.shell.internal.PlatformCommand;

/** What the commands that change functions have in common: how they tell what became of one. */
abstract class FunctionCommand extends PlatformCommand {

    @Reference
    FunctionDeployer deployer;

    /** Tells what became of a function, or why it does not serve. */
    final void tellOutcome(String name, Deployment deployment) throws CommandProblem {
        if (deployment.state() == Deployment.State.FAILED) {
            throw new CommandProblem(deployment.problem().map(problem -> problem.in(locale()))
                    .orElseGet(() -> text("outcome.FAILED", name, version(deployment))));
        }
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("function", name);
        members.put("version", deployment.version());
        members.put("state", deployment.state());
        members.put("archive", deployment.file());
        tell(members, "outcome." + deployment.state(), name, version(deployment));
    }

    private static String version(Deployment deployment) {
        return deployment.version().orElse("");
    }

    /** Installs an archive that lies on the server. */
    final Deployment installFile(String file) throws CommandProblem {
        Path archive = Path.of(file);
        try (InputStream content = Files.newInputStream(archive)) {
            return deployer.install(archive.getFileName().toString(), content);
        } catch (IOException e) {
            throw problem("file.unreadable", archive, e.getMessage());
        }
    }
}
