package org.zaledje.platform.service.internal.home;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Where this installation keeps what, and how it was started; from framework or system properties. */
@Component(service = PlatformHome.class)
public final class PlatformHome {

    private final Path data;
    private final Path archives;
    private final Optional<Path> functions;
    private final boolean demo;

    @Activate
    public PlatformHome(BundleContext context) {
        this(context::getProperty);
    }

    /** From properties by name; null for one that is not set. */
    public PlatformHome(UnaryOperator<String> properties) {
        data = folder(properties, "zaledje.data").or(() -> folder(properties, "karaf.base")).orElse(Path.of("data"));
        archives = folder(properties, "karaf.data").orElse(data.resolve("karaf")).resolve("kar");
        functions = folder(properties, "zaledje.functions");
        demo = Boolean.parseBoolean(properties.apply("zaledje.demo"));
    }

    /** All that changes at run time is below it. */
    public Path data() {
        return data;
    }

    /** The hot-deploy folder. */
    public Path deploy() {
        return data.resolve("deploy");
    }

    /** Where the contents of installed archives lie; the container finds their bundles there. */
    public Path archives() {
        return archives;
    }

    /** The archives that come with the distribution. */
    public Optional<Path> functions() {
        return functions;
    }

    /** Whether demo content is wanted. */
    public boolean demo() {
        return demo;
    }

    private static Optional<Path> folder(UnaryOperator<String> properties, String name) {
        return Optional.ofNullable(properties.apply(name))
                .filter(value -> !value.isBlank())
                .map(value -> Path.of(value).toAbsolutePath().normalize());
    }
}
