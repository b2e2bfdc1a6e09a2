package org.zaledje.platform.shell.internal;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.function.FunctionDeployer;

/** Completes the names of functions that come with the distribution. */
@Service
public class ShippedNames implements Completer {

    @Reference
    private FunctionDeployer deployer;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(deployer.shipped()).complete(session, commandLine, candidates);
    }
}
