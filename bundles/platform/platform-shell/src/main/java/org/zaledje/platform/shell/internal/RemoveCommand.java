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

/** Removes a function; its data stays. */
@Service
@Command(scope = "zaledje", name = "remove", description = "Removes a function; its data stays")
public class RemoveCommand implements Action {

    @Argument(name = "name", description = "Name of the function, or file name of its archive", required = true)
    @Completion(DeployedNames.class)
    String name;

    @Reference
    FunctionDeployer deployer;

    @Override
    public Object execute() throws CommandProblem {
        try {
            deployer.uninstall(name);
            System.out.println(name + " is removed. Its data stays.");
            return null;
        } catch (ProblemException e) {
            throw new CommandProblem(e.detail().in(Locale.ENGLISH));
        }
    }
}
