package org.zaledje.platform.service.internal.deploy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.zaledje.platform.text.LocalizedText;

/** The container, as far as installing functions needs it. */
interface FunctionRuntime {

    /**
     * Installs and starts features. After a problem nothing of them is left.
     *
     * @param archive what to install
     * @param folder  where the archive's content lies
     */
    void install(Archive archive, Path folder) throws DeployProblem, InterruptedException;

    /** Stops and removes features, whatever part of them is there. */
    void remove(Archive archive, Path folder) throws DeployProblem, InterruptedException;

    /** Whether the container has the features. */
    boolean has(Archive archive) throws DeployProblem;

    /**
     * Why features that the container has do not run.
     *
     * @param patience how long to wait for what is still on its way
     * @return the reason, or empty when they run
     */
    Optional<LocalizedText> notRunningBecause(Archive archive, Duration patience)
            throws DeployProblem, InterruptedException;
}
