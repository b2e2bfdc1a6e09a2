package org.zaledje.accounting.internal;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zaledje.platform.problem.ProblemException;
import org.zaledje.platform.problem.ProblemException.Kind;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.LocalizedText;

/** Everybody who has not been given another caller is an administrator named {@code ana}. */
public final class TestCallers implements Callers {

    private static final Caller ANA = new Caller("ana", Set.of(Caller.ADMINISTRATOR), Locale.ENGLISH);

    private final ThreadLocal<Caller> caller = ThreadLocal.withInitial(() -> ANA);

    @Override
    public Optional<Caller> current() {
        return Optional.of(caller.get());
    }

    @Override
    public Caller require(String permission) {
        if (!caller.get().may(permission)) {
            throw ProblemException.of(Kind.FORBIDDEN, "auth.forbidden", LocalizedText.verbatim(permission));
        }
        return caller.get();
    }

    @Override
    public <T> T callAs(Caller other, Callable<T> work) throws Exception {
        Caller before = caller.get();
        caller.set(other);
        try {
            return work.call();
        } finally {
            caller.set(before);
        }
    }

    @Override
    public void runAs(Caller other, Runnable work) {
        Caller before = caller.get();
        caller.set(other);
        try {
            work.run();
        } finally {
            caller.set(before);
        }
    }
}
