package org.zaledje.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Zaledje;

/** Gives tests one running platform, started for the first that wants it and ended after the last of all classes. */
public final class ZaledjeExtension implements ParameterResolver, TestExecutionExceptionHandler {

    private static final Namespace NAMESPACE = Namespace.create(ZaledjeExtension.class);

    private record Shared(Zaledje zaledje) implements CloseableResource, AutoCloseable {
        @Override
        public void close() {
            zaledje.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Zaledje.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return shared(context).zaledje();
    }

    private static Shared shared(ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE)
                .getOrComputeIfAbsent("shared", key -> new Shared(started()), Shared.class);
    }

    /** Partners of these tests are on this machine, so webhooks may lead there. */
    private static Zaledje started() {
        Zaledje zaledje = Zaledje.prepared(Distribution.built());
        try {
            Path etc = Files.createDirectories(zaledje.data().resolve("etc"));
            Files.writeString(etc.resolve("org.zaledje.events.cfg"), "private-targets = true\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        zaledje.start();
        return zaledje;
    }

    /** Tells beside a failure what the platform has logged. */
    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        failure.addSuppressed(new IllegalStateException(shared(context).zaledje().log()));
        throw failure;
    }
}
