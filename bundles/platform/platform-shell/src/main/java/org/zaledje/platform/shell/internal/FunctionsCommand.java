package org.zaledje.platform.shell.internal;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.function.InstalledFunction;

/** Shows what is running, and what lies in the hot-deploy folder. */
@Service
@Command(scope = "zaledje", name = "functions",
        description = "Shows the running functions and the archives in the hot-deploy folder")
public class FunctionsCommand implements Action {

    @Reference
    FunctionCatalogue catalogue;

    @Reference
    FunctionDeployer deployer;

    @Override
    public Object execute() {
        ShellTable functions = table("Function", "Version", "Title", "REST", "WSDL");
        for (InstalledFunction function : catalogue.installed()) {
            functions.addRow().addContent(function.id(), function.version(), function.title().in(Locale.ENGLISH),
                    function.restBase().orElse(""), function.wsdl().orElse(""));
        }
        functions.print(System.out);
        if (catalogue.installed().stream().allMatch(function -> function.id().equals(BackOfficeFunction.ADMINISTRATION))) {
            System.out.println("No function is running. zaledje:install NAME installs one of: "
                    + String.join(", ", deployer.shipped()));
        }

        System.out.println();
        ShellTable deployments = table("Archive", "Feature", "Version", "State", "Problem");
        for (Deployment deployment : deployer.deployments()) {
            deployments.addRow().addContent(deployment.file(), deployment.name().orElse(""),
                    deployment.version().orElse(""), deployment.state().name().toLowerCase(Locale.ROOT),
                    deployment.problem().map(problem -> problem.in(Locale.ENGLISH)).orElse(""));
        }
        deployments.emptyTableText("The hot-deploy folder is empty.");
        deployments.print(System.out);
        return null;
    }

    private static ShellTable table(String... columns) {
        ShellTable table = new ShellTable();
        for (String column : columns) {
            table.column(column);
        }
        return table;
    }
}
