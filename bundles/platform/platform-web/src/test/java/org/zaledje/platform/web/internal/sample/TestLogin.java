package org.zaledje.platform.web.internal.sample;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zaledje.platform.security.Authentication;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Knows one user, {@code ana} with the password {@code žaba:1} and the token {@code zlt_ana}. */
public final class TestLogin implements Authentication, Callers {

    private final ThreadLocal<Caller> current = new ThreadLocal<>();

    @Override
    public Optional<Caller> authenticate(String name, char[] password) {
        return name.equals("ana") && Arrays.equals(password, "žaba:1".toCharArray())
                ? Optional.of(new Caller("ana", Set.of(), Locale.ENGLISH)) : Optional.empty();
    }

    @Override
    public Optional<Caller> authenticateToken(String token) {
        return token.equals("zlt_ana") ? Optional.of(new Caller("ana", Set.of(), Locale.ENGLISH)) : Optional.empty();
    }

    @Override
    public Optional<Caller> current() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public Caller require(String permission) {
        return current().orElseThrow();
    }

    @Override
    public <T> T callAs(Caller caller, Callable<T> work) throws Exception {
        Caller before = current.get();
        current.set(caller);
        try {
            return work.call();
        } finally {
            current.set(before);
        }
    }

    @Override
    public void runAs(Caller caller, Runnable work) {
        throw new UnsupportedOperationException();
    }
}
