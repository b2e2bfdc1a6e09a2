package org.zaledje.platform.shell.internal;

import java.util.Locale;
import org.zaledje.platform.function.Deployment;

/** Tells what became of an archive. */
final class Outcome {

    private Outcome() {
    }

    static void tell(String name, Deployment deployment) throws CommandProblem {
        String version = deployment.version().map(value -> " " + value).orElse("");
        switch (deployment.state()) {
            case INSTALLED -> System.out.println(name + version + " is installed.");
            case STOPPED -> System.out.println(name + version + " is installed, and stopped: zaledje:start " + name
                    + " starts it.");
            case SUPERSEDED -> System.out.println(name + version + " is left aside: a newer version is installed.");
            default -> throw new CommandProblem(deployment.problem()
                    .map(problem -> problem.in(Locale.ENGLISH))
                    .orElse(name + version + " is not installed."));
        }
    }
}
