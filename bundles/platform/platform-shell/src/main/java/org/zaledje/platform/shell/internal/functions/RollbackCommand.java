package org.zaledje.platform.shell.internal.functions;

import java.util.Optional;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zaledje.platform.shell.internal.CommandProblem;

/** Puts the version of a function that served before back in place; its data stays as it is. */
@Service
@Command(scope = "zaledje", name = "rollback",
        description = "Puts the version of a function that served before back in place; its data stays as it is")
public class RollbackCommand extends FunctionCommand {

    @Argument(name = "name", description = "Name of the function, or file name of its archive", required = true)
    @Completion(DeployedNames.class)
    String name;

    @Argument(index = 1, name = "version", description = "The version to go back to; refused if another one is kept")
    @Completion(PreviousVersions.class)
    String version;

    @Override
    protected void run() throws CommandProblem {
        Optional<String> kept = deployer.previousVersion(name);
        if (version != null && kept.isPresent() && !kept.get().equals(version)) {
            throw problem("version.other", version, name, kept.get());
        }
        tellOutcome(name, deployer.rollback(name));
    }
}
