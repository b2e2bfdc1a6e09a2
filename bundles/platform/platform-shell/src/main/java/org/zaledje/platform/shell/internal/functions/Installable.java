package org.zaledje.platform.shell.internal.functions;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.function.FunctionDeployer;

/** Completes the names of functions that come with the distribution, and files on the server. */
@Service
public class Installable implements Completer {

    @Reference
    private FunctionDeployer deployer;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        int names = new StringsCompleter(deployer.shipped()).complete(session, commandLine, candidates);
        return candidates.isEmpty() ? new FileCompleter().complete(session, commandLine, candidates) : names;
    }
}
