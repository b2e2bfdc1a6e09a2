package org.zaledje.platform.shell.internal.functions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.zaledje.platform.function.BackOfficeFunction;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionCatalogue;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.function.InstalledFunction;
import org.zaledje.platform.shell.internal.Listing;
import org.zaledje.platform.shell.internal.PlatformCommand;
import org.zaledje.platform.text.LocalizedText;

/** Shows what runs, and what lies in the hot-deploy folder and does not, with the reason. */
@Service
@Command(scope = "zaledje", name = "functions",
        description = "Shows the functions that run, and the archives in the hot-deploy folder that do not, with the reason")
public class FunctionsCommand extends PlatformCommand {

    @Reference
    FunctionCatalogue catalogue;

    @Reference
    FunctionDeployer deployer;

    /** A function that runs, or an archive, or both. */
    private record Row(Optional<InstalledFunction> function, Optional<Deployment> archive) {

        String name() {
            return function.map(InstalledFunction::id).orElseGet(() -> DeployedNames.name(archive.orElseThrow()));
        }

        Optional<String> version() {
            return function.map(InstalledFunction::version).or(() -> archive.flatMap(Deployment::version));
        }

        Deployment.State state() {
            return function.isPresent() ? Deployment.State.INSTALLED : archive.orElseThrow().state();
        }

        Optional<LocalizedText> title() {
            return function.map(InstalledFunction::title);
        }
    }

    @Override
    protected void run() {
        show(listing(), rows());
        boolean isEmpty = catalogue.installed().stream()
                .allMatch(function -> function.id().equals(BackOfficeFunction.ADMINISTRATION));
        if (isEmpty && !isJson()) {
            System.out.println(text("none", String.join(", ", deployer.shipped())));
        }
    }

    private List<Row> rows() {
        List<Deployment> archives = new ArrayList<>(deployer.deployments());
        List<Row> rows = new ArrayList<>();
        for (InstalledFunction function : catalogue.installed()) {
            Optional<Deployment> own = archives.stream()
                    .filter(archive -> archive.state() != Deployment.State.SUPERSEDED)
                    .filter(archive -> DeployedNames.name(archive).equals(function.id())).findFirst();
            own.ifPresent(archives::remove);
            rows.add(new Row(Optional.of(function), own));
        }
        archives.forEach(archive -> rows.add(new Row(Optional.empty(), Optional.of(archive))));
        return rows;
    }

    private Listing<Row> listing() {
        return Listing.<Row>of("function").column("name", Row::name).column("version", Row::version)
                .column("state", Row::state).column("title", Row::title)
                .column("rest", row -> row.function().flatMap(InstalledFunction::restBase))
                .column("wsdl", row -> row.function().flatMap(InstalledFunction::wsdl))
                .column("archive", row -> row.archive().map(Deployment::file))
                .column("previous", row -> row.archive().map(Deployment::file).flatMap(deployer::previousVersion))
                .column("problem", row -> row.archive().flatMap(Deployment::problem));
    }
}
