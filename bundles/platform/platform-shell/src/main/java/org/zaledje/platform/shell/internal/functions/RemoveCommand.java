package org.zaledje.platform.shell.internal.functions;

import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Removes a function; its data stays. */
@Service
@Command(scope = "zaledje", name = "remove", description = "Removes a function; its data stays")
public class RemoveCommand extends FunctionCommand {

    @Argument(name = "name", description = "Name of the function, or file name of its archive", required = true)
    @Completion(DeployedNames.class)
    String name;

    @Override
    protected void run() {
        deployer.uninstall(name);
        tell(Map.of("removed", name), "removed", name);
    }
}
