package org.zaledje.platform.service.internal.deploy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.function.Deployment;
import org.zaledje.platform.function.Deployment.State;
import org.zaledje.platform.function.FunctionDeployer;
import org.zaledje.platform.health.Health;
import org.zaledje.platform.health.HealthCheck;
import org.zaledje.platform.metrics.Measurement;
import org.zaledje.platform.metrics.MetricSource;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/** What has become of the archives in the hot-deploy folder, for who watches the platform. */
@Component
public final class FunctionFigures implements MetricSource, HealthCheck {

    private static final Texts TEXTS = Texts.beside(FunctionFigures.class);

    private final FunctionDeployer deployer;

    @Activate
    public FunctionFigures(@Reference FunctionDeployer deployer) {
        this.deployer = deployer;
    }

    @Override
    public List<Measurement> measure() {
        Map<State, Long> counted = deployer.deployments().stream()
                .collect(Collectors.groupingBy(Deployment::state, Collectors.counting()));
        return Arrays.stream(State.values()).map(state -> Measurement.gauge("zaledje_functions",
                "Archives of functions by what has become of them",
                Map.of("state", state.name().toLowerCase(Locale.ROOT)), counted.getOrDefault(state, 0L))).toList();
    }

    @Override
    public String name() {
        return "functions-serving";
    }

    @Override
    public Health check() {
        List<Deployment> failed = deployer.deployments().stream().filter(one -> one.state() == State.FAILED).toList();
        return failed.isEmpty() ? Health.up() : Health.warning(locale -> failed.stream()
                .map(one -> one.problem().orElseGet(() -> TEXTS.text("health.not-serving", one.file())))
                .map((LocalizedText told) -> told.in(locale)).collect(Collectors.joining(" ")));
    }
}
