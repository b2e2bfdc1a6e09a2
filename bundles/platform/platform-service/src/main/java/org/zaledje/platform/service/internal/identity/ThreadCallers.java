package org.zaledje.platform.service.internal.identity;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.service.component.annotations.Component;
import org.slf4j.MDC;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.Texts;

/** Ties the caller to the thread while it works for them. */
@Component
public final class ThreadCallers implements Callers {

    private static final Texts TEXTS = Texts.beside(ThreadCallers.class);

    private static final String LOGGED_USER = "user";
    private static final String LOGGED_COMPANY = "company";

    private final ThreadLocal<Caller> current = new ThreadLocal<>();

    @Override
    public Optional<Caller> current() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public Caller require(String permission) {
        Caller caller = current().orElseThrow(() -> ProblemException.of(
                Kind.UNAUTHENTICATED, "security.unauthenticated", TEXTS.text("caller.unauthenticated")));
        if (!caller.may(permission)) {
            throw ProblemException.of(Kind.FORBIDDEN, "security.forbidden", TEXTS.text("caller.forbidden", permission))
                    .with("permission", permission);
        }
        return caller;
    }

    @Override
    public <T> T callAs(Caller caller, Callable<T> work) throws Exception {
        Caller before = current.get();
        bind(caller);
        try {
            return work.call();
        } finally {
            restore(before);
        }
    }

    @Override
    public void runAs(Caller caller, Runnable work) {
        Caller before = current.get();
        bind(caller);
        try {
            work.run();
        } finally {
            restore(before);
        }
    }

    private void restore(Caller before) {
        if (before == null) {
            current.remove();
            MDC.remove(LOGGED_USER);
            MDC.remove(LOGGED_COMPANY);
        } else {
            bind(before);
        }
    }

    private void bind(Caller caller) {
        current.set(caller);
        MDC.put(LOGGED_USER, caller.name());
        caller.company().ifPresentOrElse(
                company -> MDC.put(LOGGED_COMPANY, company.toString()), () -> MDC.remove(LOGGED_COMPANY));
    }
}
