package org.zaledje.platform.shell.internal.functions;

import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Stops a function until it is started again; its data stays. */
@Service
@Command(scope = "zaledje", name = "stop", description = "Stops a function until it is started again; its data stays")
public class StopCommand extends FunctionCommand {

    @Argument(name = "name", description = "Name of the function, or file name of its archive", required = true)
    @Completion(DeployedNames.class)
    String name;

    @Override
    protected void run() {
        deployer.stop(name);
        tell(Map.of("stopped", name), "stopped", name);
    }
}
