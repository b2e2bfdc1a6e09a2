package org.zaledje.platform.function;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Installs and removes functions while the platform runs. The hot-deploy folder is the one truth: installing puts an
 * archive there, removing takes it away, and people may do both by hand with the same effect. Thread-safe.
 */
@ProviderType
public interface FunctionDeployer {

    /** What lies in the hot-deploy folder, by file name. */
    List<Deployment> deployments();

    /**
     * Names of the functions whose archives come with the distribution, installed or not, sorted; for example
     * {@code accounting}. Each can be given to {@link #install(String)}.
     */
    List<String> shipped();

    /**
     * Installs a function that comes with the distribution, and waits until it is installed or has failed.
     *
     * @param name one of {@link #shipped()}
     * @return what became of it
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND when no such function comes with the distribution;
     *         UNAVAILABLE when the archive can't be put into the hot-deploy folder
     */
    Deployment install(String name);

    /**
     * Removes a function, and waits until its bundles are gone. Its data stays.
     *
     * @param name the function's name or the file name of its archive
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND when no such archive lies in the hot-deploy folder
     */
    void uninstall(String name);
}
