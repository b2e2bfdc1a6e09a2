package org.zaledje.platform.ui.internal.functions;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.server.WrappedSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.ui.Messages;
import org.zaledje.platform.ui.internal.UiTexts;
import org.zaledje.platform.ui.internal.login.SignIn;
import org.zaledje.platform.ui.internal.tab.BackgroundWork;
import org.zaledje.platform.ui.internal.tab.Failure;

/** Installs and removes functions while the reader goes on, and tells them what came of it. */
@Component(service = Installer.class)
public final class Installer {

    private final FunctionDeployer deployer;
    private final BackgroundWork work;
    private final SignIn signIn;

    @Activate
    public Installer(@Reference FunctionDeployer deployer, @Reference BackgroundWork work, @Reference SignIn signIn) {
        this.deployer = deployer;
        this.work = work;
        this.signIn = signIn;
    }

    void install(UI tab, String name, Runnable end) {
        begin(tab, end, () -> {
            refuseFailed(deployer.install(name));
            return UiTexts.text("functions.installed", name);
        });
    }

    void remove(UI tab, String file, String title, Runnable end) {
        begin(tab, end, () -> {
            deployer.uninstall(file);
            return UiTexts.text("functions.removed", title);
        });
    }

    void put(UI tab, String fileName, InputStream archive, Runnable end) {
        begin(tab, end, () -> {
            try (archive) {
                Deployment deployment = deployer.install(fileName, archive);
                refuseFailed(deployment);
                return UiTexts.text("functions.installed", fileName);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    void rollback(UI tab, String file, String title, Runnable end) {
        begin(tab, end, () -> {
            Deployment deployment = deployer.rollback(file);
            refuseFailed(deployment);
            return UiTexts.text("functions.rolled-back", title, deployment.version().orElse(""));
        });
    }

    void stop(UI tab, String file, String title, Runnable end) {
        begin(tab, end, () -> {
            deployer.stop(file);
            return UiTexts.text("functions.stopped", title);
        });
    }

    void start(UI tab, String file, String title, Runnable end) {
        begin(tab, end, () -> {
            refuseFailed(deployer.start(file));
            return UiTexts.text("functions.started", title);
        });
    }

    private static void refuseFailed(Deployment deployment) {
        if (deployment.state() == Deployment.State.FAILED) {
            throw ProblemException.of(ProblemException.Kind.UNAVAILABLE, "platform.function.not-installed",
                    deployment.problem().orElse(UiTexts.text("functions.state.FAILED")));
        }
    }

    private void begin(UI tab, Runnable end, Step step) {
        WrappedSession session = tab.getSession().getSession();
        work.aside(() -> signIn.runAsCaller(session, () -> {
            Runnable message = outcome(step);
            try {
                tab.access(() -> {
                    end.run();
                    message.run();
                });
            } catch (UIDetachedException closedMeanwhile) {
                // The function was installed or removed all the same; nobody is left to be told.
            }
        }));
    }

    private static Runnable outcome(Step step) {
        try {
            LocalizedText done = step.take();
            return () -> Messages.success(done);
        } catch (ProblemException e) {
            return () -> Messages.problem(e);
        } catch (RuntimeException e) {
            String id = Failure.log(FunctionsView.PATH, e);
            return () -> Messages.problem(UiTexts.text("failure.message", id));
        }
    }

    /** Something that takes seconds, and what to say when it is done. */
    @FunctionalInterface
    private interface Step {
        LocalizedText take();
    }
}
