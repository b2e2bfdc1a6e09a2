package org.zaledje.platform.web.internal.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Optional;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionDeployer;

/** An archive in the deploy folder, in one language. */
@Schema(name = "Deployment")
record DeploymentEntry(
        String file,
        Optional<String> name,
        Optional<String> version,
        Deployment.State state,
        @Schema(description = "Why it does not serve") Optional<String> problem,
        @Schema(description = "The version that can be put back") Optional<String> previous) {

    static DeploymentEntry of(Deployment deployment, FunctionDeployer deployer, Locale language) {
        return new DeploymentEntry(deployment.file(), deployment.name(), deployment.version(), deployment.state(),
                deployment.problem().map(problem -> problem.in(language)), deployer.previousVersion(deployment.file()));
    }
}
