package org.zaledje.platform.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.karaf.shell.api.console.Session;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;

/** Runs a command as the shell would, for a user whose terminal is set to a language. */
public final class TestShell {

    private TestShell() {
    }

    /** What the command prints. */
    public static String run(PlatformCommand command, Map<String, String> variables, String... options) throws Exception {
        command.session = (Session) Proxy.newProxyInstance(TestShell.class.getClassLoader(), new Class<?>[] {Session.class},
                (proxy, method, arguments) -> method.getName().equals("get") ? variables.get(arguments[0]) : null);
        command.callers = new OneCaller();
        for (String option : options) {
            command.json |= option.equals("--json");
            command.language = option.startsWith("--lang=") ? option.substring("--lang=".length()) : command.language;
        }
        PrintStream before = System.out;
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        System.setOut(new PrintStream(shown, true, StandardCharsets.UTF_8));
        try {
            command.execute();
        } finally {
            System.setOut(before);
        }
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static final class OneCaller implements Callers {

        private Optional<Caller> caller = Optional.empty();

        @Override
        public Optional<Caller> current() {
            return caller;
        }

        @Override
        public Caller require(String permission) {
            return caller.filter(present -> present.may(permission)).orElseThrow();
        }

        @Override
        public <T> T callAs(Caller other, Callable<T> work) throws Exception {
            caller = Optional.of(other);
            return work.call();
        }

        @Override
        public void runAs(Caller other, Runnable work) {
            throw new UnsupportedOperationException(other.in(Locale.ENGLISH).name());
        }
    }
}
