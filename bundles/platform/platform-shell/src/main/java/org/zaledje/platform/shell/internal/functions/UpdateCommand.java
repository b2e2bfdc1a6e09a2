package org.zaledje.platform.shell.internal.functions;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.zaledje.platform.shell.internal.CommandProblem;

/** Updates a function, to the version that comes with the distribution or to an archive. */
@Service
@Command(scope = "zaledje", name = "update",
        description = "Updates a function, to the version that comes with the distribution or to an archive")
public class UpdateCommand extends FunctionCommand {

    @Argument(name = "name", description = "Name of the function, for example accounting", required = true)
    @Completion(DeployedNames.class)
    String name;

    @Argument(index = 1, name = "file", description = "An archive (.kar) on the server")
    @Completion(FileCompleter.class)
    String file;

    @Override
    protected void run() throws CommandProblem {
        tellOutcome(name, file == null ? deployer.install(name) : installFile(file));
    }
}
