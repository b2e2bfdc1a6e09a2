package org.zaledje.platform.shell.internal.functions;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zaledje.platform.shell.internal.CommandProblem;

/** Installs a function that comes with the distribution, or an archive. */
@Service
@Command(scope = "zaledje", name = "install", description = "Installs a function that comes with the distribution, or an archive")
public class InstallCommand extends FunctionCommand {

    @Argument(name = "name", description = "Name of the function, for example accounting, or an archive (.kar) on the server",
            required = true)
    @Completion(Installable.class)
    String name;

    @Override
    protected void run() throws CommandProblem {
        tellOutcome(name, name.endsWith(".kar") ? installFile(name) : deployer.install(name));
    }
}
