package org.zaledje.platform.shell.internal.functions;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.function.FunctionDeployer;

/** Completes the version that a function can go back to. */
@Service
public class PreviousVersions implements Completer {

    @Reference
    private FunctionDeployer deployer;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        List<String> versions = List.of(commandLine.getArguments()).stream().skip(1)
                .flatMap(name -> deployer.previousVersion(name).stream()).distinct().toList();
        return new StringsCompleter(versions).complete(session, commandLine, candidates);
    }
}
