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

/** Puts the version of a function that served before back in place; its data stays as it is. */
@Service
@Command(scope = "zaledje", name = "rollback", description = "Puts the version of a function that served before back in place; its data stays as it is")
public class RollbackCommand implements Action {

    @Argument(name = "name", description = "Name of the function, or file name of its archive", required = true)
    @Completion(DeployedNames.class)
    String name;

    @Reference
    FunctionDeployer deployer;

    @Override
    public Object execute() throws CommandProblem {
        try {
            Outcome.tell(name, deployer.rollback(name));
            return null;
        } catch (ProblemException e) {
            throw new CommandProblem(e.detail().in(Locale.ENGLISH));
        }
    }
}
