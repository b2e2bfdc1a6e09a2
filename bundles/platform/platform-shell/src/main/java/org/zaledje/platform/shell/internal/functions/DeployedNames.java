package org.zaledje.platform.shell.internal.functions;

import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.CommandLine;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionDeployer;

/** Completes the names of what lies in the hot-deploy folder. */
@Service
public class DeployedNames implements Completer {

    private static final String SHIPPED_PREFIX = "zaledje-";

    @Reference
    private FunctionDeployer deployer;

    @Override
    public int complete(Session session, CommandLine commandLine, List<String> candidates) {
        return new StringsCompleter(names(deployer.deployments())).complete(session, commandLine, candidates);
    }

    static List<String> names(List<Deployment> deployments) {
        return deployments.stream().map(DeployedNames::name).distinct().sorted().toList();
    }

    /** A feature by its short name; an archive that can't be read by its file. */
    static String name(Deployment deployment) {
        Optional<String> feature = deployment.name();
        return feature.map(name -> name.startsWith(SHIPPED_PREFIX) ? name.substring(SHIPPED_PREFIX.length()) : name)
                .orElse(deployment.file());
    }
}
