package org.zaledje.tests.container;

import static org.ops4j.pax.exam.CoreOptions.environment;
import static org.ops4j.pax.exam.CoreOptions.vmOption;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.ops4j.pax.exam.ExamSystem;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.TestContainer;
import org.ops4j.pax.exam.spi.PaxExamRuntime;
import org.zaledje.tests.harness.Await;
import org.zaledje.tests.harness.Distribution;
import org.zaledje.tests.harness.Folders;
import org.zaledje.tests.harness.Ports;
import org.zaledje.tests.harness.Rest;
import org.zaledje.tests.harness.Zaledje;

/**
 * Gives tests one Karaf with the real distribution, into which Pax Exam puts probes. It is started for the first test
 * that wants it and ended after the last of all classes.
 */
public final class KarafExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(KarafExtension.class);
    private static final Duration START_MAX = Duration.ofSeconds(120);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    /** The running container. */
    public static final class Karaf implements CloseableResource, AutoCloseable {

        private final Path data = Folders.temporary("exam");
        private final int port = Ports.free();
        private final ExamSystem system;
        private final TestContainer container;

        Karaf() throws IOException {
            system = PaxExamRuntime.createTestSystem(options());
            container = PaxExamRuntime.createContainer(system);
            container.start();
            Await.until("the platform is ready", START_MAX, () -> Rest.at(url()).get("/health/ready"),
                    answer -> answer.status() == 200);
        }

        private Option[] options() throws IOException {
            Files.createDirectories(data.resolve("deploy"));
            return new Option[] {
                karafDistributionConfiguration()
                        .frameworkUrl(Path.of(Distribution.setting("zaledje.archive")).toUri().toString())
                        .karafVersion(Distribution.setting("karaf.version"))
                        .name("Zaledje")
                        .unpackDirectory(data.resolve("unpacked").toFile())
                        .useDeployFolder(false),
                configureConsole().ignoreLocalConsole().ignoreRemoteShell(),
                // The distribution takes bundles from nowhere; those of Pax Exam are in the repository of the build.
                editConfigurationFilePut("etc/org.ops4j.pax.url.mvn.cfg", "org.ops4j.pax.url.mvn.localRepository",
                        Distribution.setting("zaledje.repository")),
                environment("ZALEDJE_ADMIN_PASSWORD=" + Zaledje.PASSWORD),
                vmOption("-Dzaledje.data=" + data),
                vmOption("-Dzaledje.functions=" + Distribution.built().folder().resolve("functions")),
                vmOption("-Dzaledje.http.port=" + port),
                vmOption("-Dzaledje.ssh.port=" + Ports.free()),
                // Softly held classes would look like leaks until the memory is full.
                vmOption("-XX:SoftRefLRUPolicyMSPerMB=0"),
                vmOption("-Xmx768m"),
            };
        }

        public String url() {
            return "http://localhost:" + port;
        }

        Path data() {
            return data;
        }

        public Rest rest() {
            return Rest.at(url()).as(Zaledje.ADMIN, Zaledje.PASSWORD);
        }

        /** Puts a probe into the container. */
        public InContainer probe(Class<?> probe) throws IOException {
            return new InContainer(system, container, probe);
        }

        @Override
        public void close() {
            try {
                container.stop();
            } catch (NullPointerException e) {
                // Pax Exam looks for the probe that it has uninstalled before; the container has ended by then.
            }
            // The process ends a little later than Pax Exam thinks, and one that hangs must not outlive the tests.
            process().map(ProcessHandle::onExit).ifPresent(end -> {
                try {
                    end.get(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
                } catch (InterruptedException | ExecutionException | TimeoutException e) {
                    process().ifPresent(ProcessHandle::destroyForcibly);
                }
            });
            Await.until("the container has ended", STOP_MAX, () -> Folders.delete(data));
        }

        private Optional<ProcessHandle> process() {
            return ProcessHandle.allProcesses()
                    .filter(candidate -> candidate.info().arguments().map(List::of).orElse(List.of())
                            .contains("-Dzaledje.data=" + data))
                    .findFirst();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Karaf.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).getOrComputeIfAbsent("karaf", key -> {
            try {
                return new Karaf();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }, Karaf.class);
    }
}
