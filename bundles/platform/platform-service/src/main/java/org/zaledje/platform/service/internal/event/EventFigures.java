package org.zaledje.platform.service.internal.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.zaledje.platform.event.ConsumerState;
import org.zaledje.platform.event.EventDeliveries;
import org.zaledje.platform.health.Health;
import org.zaledje.platform.health.HealthCheck;
import org.zaledje.platform.metrics.Measurement;
import org.zaledje.platform.metrics.MetricSource;
import org.zaledje.platform.security.Caller;
import org.zaledje.platform.security.Callers;
import org.zaledje.platform.text.Texts;

/** How far events have come, for who watches the platform. */
@Component(configurationPid = "org.zaledje.events")
public final class EventFigures implements MetricSource, HealthCheck {

    private static final Texts TEXTS = Texts.beside(EventFigures.class);

    private final EventDeliveries deliveries;
    private final Dispatcher dispatcher;
    private final Callers callers;
    private final Clock clock;
    private final Duration tooOld;

    /** What an administrator can set. */
    @interface Settings {
        /** Minutes that an event may wait for a consumer that is there before health tells of it. */
        int backlog_warning_minutes() default 15;
    }

    @Activate
    public EventFigures(Settings settings, @Reference EventDeliveries deliveries, @Reference Dispatcher dispatcher,
            @Reference Callers callers, @Reference Clock clock) {
        this.deliveries = deliveries;
        this.dispatcher = dispatcher;
        this.callers = callers;
        this.clock = clock;
        this.tooOld = Duration.ofMinutes(settings.backlog_warning_minutes());
    }

    @Override
    public List<Measurement> measure() {
        Map<String, Long> delivered = dispatcher.delivered();
        Instant now = clock.instant();
        List<Measurement> found = new ArrayList<>();
        for (ConsumerState state : consumers()) {
            Map<String, String> labels = Map.of("consumer", state.name());
            found.add(Measurement.gauge("zaledje_events_backlog", "Events that wait for a consumer", labels, state.backlog()));
            found.add(Measurement.gauge("zaledje_events_backlog_age_seconds", "Age of the oldest event that waits for a consumer",
                    labels, age(state, now).toMillis() / 1000.0));
            found.add(Measurement.gauge("zaledje_events_failing", "Events that are to be tried again", labels, state.failing()));
            found.add(Measurement.gauge("zaledje_events_dead", "Events that wait for an administrator", labels, state.deadLetters()));
            found.add(Measurement.gauge("zaledje_events_consumer_present", "Whether the consumer is there on this node", labels,
                    state.present() ? 1 : 0));
            found.add(Measurement.counter("zaledje_events_delivered", "Events that a consumer has acted on, on this node", labels,
                    delivered.getOrDefault(state.name(), 0L)));
        }
        return found;
    }

    private List<ConsumerState> consumers() {
        try {
            return callers.callAs(Caller.system(), deliveries::consumers);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration age(ConsumerState state, Instant now) {
        Optional<Duration> age = state.oldest().map(oldest -> Duration.between(oldest, now));
        return age.filter(old -> !old.isNegative()).orElse(Duration.ZERO);
    }

    @Override
    public String name() {
        return "events";
    }

    @Override
    public Health check() {
        List<ConsumerState> consumers = consumers();
        Instant now = clock.instant();
        String late = consumers.stream().filter(ConsumerState::present)
                .filter(state -> age(state, now).compareTo(tooOld) > 0).map(ConsumerState::name).collect(Collectors.joining(", "));
        long dead = consumers.stream().mapToLong(ConsumerState::deadLetters).sum();
        if (dead > 0) {
            return Health.warning(TEXTS.text("health.dead", dead));
        }
        return late.isEmpty() ? Health.up() : Health.warning(TEXTS.text("health.late", late, tooOld.toMinutes()));
    }
}
