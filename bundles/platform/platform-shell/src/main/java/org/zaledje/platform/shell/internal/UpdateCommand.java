package org.zaledje.platform.shell.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.problem.ProblemException;

/** Updates a function, to the version that comes with the distribution or to an archive. */
@Service
@Command(scope = "zaledje", name = "update", description = "Updates a function, to the version that comes with the distribution or to an archive")
public class UpdateCommand implements Action {

    @Argument(name = "name", description = "Name of the function, for example accounting", required = true)
    @Completion(ShippedNames.class)
    String name;

    @Argument(index = 1, name = "file", description = "An archive (.kar) on the server")
    @Completion(FileCompleter.class)
    String file;

    @Reference
    FunctionDeployer deployer;

    @Override
    public Object execute() throws CommandProblem {
        try {
            Outcome.tell(name, file == null ? deployer.install(name) : put(Path.of(file)));
            return null;
        } catch (ProblemException e) {
            throw new CommandProblem(e.detail().in(Locale.ENGLISH));
        }
    }

    private Deployment put(Path archive) throws CommandProblem {
        try (InputStream content = Files.newInputStream(archive)) {
            return deployer.install(archive.getFileName().toString(), content);
        } catch (IOException e) {
            throw new CommandProblem(archive + " can't be read: " + e.getMessage());
        }
    }
}
