package org.zaledje.platform.shell.internal.functions;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zaledje.platform.shell.internal.CommandProblem;

/** Starts a function that was stopped. */
@Service
@Command(scope = "zaledje", name = "start", description = "Starts a function that was stopped")
public class StartCommand extends FunctionCommand {

    @Argument(name = "name", description = "Name of the function, or file name of its archive", required = true)
    @Completion(DeployedNames.class)
    String name;

    @Override
    protected void run() throws CommandProblem {
        tellOutcome(name, deployer.start(name));
    }
}
