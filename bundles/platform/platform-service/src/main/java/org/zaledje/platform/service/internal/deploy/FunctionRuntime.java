package org.zaledje.platform.service.internal.deploy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.zaledje.platform.text.LocalizedText;

/** The container, as far as installing functions needs it. */
interface FunctionRuntime {

    /** How far what is installed has come. */
    enum State { STARTING, RUNNING, FAILED }

    /**
     * How far what is installed has come.
     *
     * @param problem why it does not run; empty unless {@link State#FAILED}
     */
    record Condition(State state, Optional<LocalizedText> problem) {

        static final Condition STARTING = new Condition(State.STARTING, Optional.empty());
        static final Condition RUNNING = new Condition(State.RUNNING, Optional.empty());

        static Condition failed(LocalizedText problem) {
            return new Condition(State.FAILED, Optional.of(problem));
        }
    }

    /**
     * Does what can be done for an archive while another version of it serves: finds out whether the container has what
     * it needs, and brings the tables up to date, which the version that serves can live with.
     *
     * @param folder where the archive's content lies; not needed afterwards
     * @param quiet  keeps requests away; run before tables are changed that can't be used meanwhile
     */
    void prepare(Archive archive, Path folder, Runnable quiet) throws DeployProblem, InterruptedException;

    /**
     * Installs features without starting them. After a problem nothing of them is left.
     *
     * @param archive what to install
     * @param folder  where the archive's content lies
     */
    void install(Archive archive, Path folder) throws DeployProblem, InterruptedException;

    /**
     * Puts other versions in the place of features that are stopped, without starting them. After a problem nothing is left
     * of either.
     *
     * @param present       what to remove
     * @param presentFolder where its content lay when it was installed
     * @param archive       what to install
     * @param folder        where its content lies
     */
    void exchange(Archive present, Path presentFolder, Archive archive, Path folder)
            throws DeployProblem, InterruptedException;

    /** Begins to start features, in the background; what can be started at once is. */
    void start(Archive archive) throws DeployProblem, InterruptedException;

    /** Stops features, and tells in the log which threads they leave behind. */
    void stop(Archive archive) throws DeployProblem, InterruptedException;

    /** Stops and removes features, whatever part of them is there, of whichever version. */
    void remove(Archive archive, Path folder) throws DeployProblem, InterruptedException;

    /** Whether the container has the features. */
    boolean has(Archive archive) throws DeployProblem;

    /** How far features that the container has have come. */
    Condition condition(Archive archive) throws DeployProblem, InterruptedException;

    /** The functions that the features offer now. */
    Set<String> functions(Archive archive) throws DeployProblem;

    /** Of the functions that the features offer, those that somebody else offers too. */
    Set<String> taken(Archive archive) throws DeployProblem;
}
