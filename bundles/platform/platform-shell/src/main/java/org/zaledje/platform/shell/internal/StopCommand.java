package org.zaledje.platform.shell.internal;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.problem.ProblemException;

/** Stops a function until it is started again; its data stays. */
@Service
@Command(scope = "zaledje", name = "stop", description = "Stops a function until it is started again; its data stays")
public class StopCommand implements Action {

    @Argument(name = "name", description = "Name of the function, or file name of its archive", required = true)
    @Completion(DeployedNames.class)
    String name;

    @Reference
    FunctionDeployer deployer;

    @Override
    public Object execute() throws CommandProblem {
        try {
            deployer.stop(name);
            System.out.println(name + " is stopped. Its data stays.");
            return null;
        } catch (ProblemException e) {
            throw new CommandProblem(e.detail().in(Locale.ENGLISH));
        }
    }
}
