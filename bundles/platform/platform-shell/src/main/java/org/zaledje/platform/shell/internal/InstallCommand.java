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

/** Installs a function that comes with the distribution. */
@Service
@Command(scope = "zaledje", name = "install", description = "Installs a function that comes with the distribution")
public class InstallCommand implements Action {

    @Argument(name = "name", description = "Name of the function, for example accounting", required = true)
    @Completion(ShippedNames.class)
    String name;

    @Reference
    FunctionDeployer deployer;

    @Override
    public Object execute() throws CommandProblem {
        try {
            Outcome.tell(name, deployer.install(name));
            return null;
        } catch (ProblemException e) {
            throw new CommandProblem(e.detail().in(Locale.ENGLISH));
        }
    }
}
