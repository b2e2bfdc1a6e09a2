package org.zaledje.platform.function;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Installs and removes functions while the platform runs. The hot-deploy folder is the one truth: installing puts an
 * archive there, removing takes it away, and people may do both by hand with the same effect. Thread-safe.
 */
@ProviderType
public interface FunctionDeployer {

    /** What an archive may have at most. */
    long ARCHIVE_BYTES_MAX = 256L << 20;

    /** What callers need to change which functions there are. */
    String MANAGE = "platform.functions.manage";

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

    /**
     * Installs an archive, or updates the function in it, and waits until it runs or has failed. While an update is
     * prepared the version before serves on, and it goes on serving when the new one can't be installed.
     *
     * @param fileName name of the archive, ending in {@code .kar}, without folders
     * @param archive  its content; read to its end, at most {@value #ARCHIVE_BYTES_MAX} bytes; not closed
     * @return what became of it
     * @throws org.zaledje.platform.problem.ProblemException RULES_BROKEN for a name that is none of an archive; TOO_LARGE;
     *         UNAVAILABLE when the archive can't be put into the hot-deploy folder
     */
    Deployment install(String fileName, InputStream archive);

    /**
     * Puts the version that served before back in place of the present one, and waits until it runs or has failed. The
     * data stays as it is: schema changes are additive, so that the older version works on them.
     *
     * @param name the function's name or the file name of its archive
     * @return what became of the version before
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND when no such function is installed; CONFLICT when no
     *         version before is kept
     */
    Deployment rollback(String name);

    /** The version that {@link #rollback} would put back, or empty when none is kept. */
    Optional<String> previousVersion(String name);

    /**
     * Stops a function: its pages and services go, its archive and its data stay. It stays stopped over restarts.
     *
     * @param name the function's name or the file name of its archive
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND when no such function is installed
     */
    void stop(String name);

    /**
     * Starts a function that was stopped, and waits until it runs or has failed.
     *
     * @param name the function's name or the file name of its archive
     * @return what became of it
     * @throws org.zaledje.platform.problem.ProblemException NOT_FOUND when no such function is installed
     */
    Deployment start(String name);
}
