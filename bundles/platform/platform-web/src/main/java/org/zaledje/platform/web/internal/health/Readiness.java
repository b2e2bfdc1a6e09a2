package org.zaledje.platform.web.internal.health;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.health.ReadinessCheck;
import org.zaledje.platform.text.Texts;

/** Asks every check, and misses those that the configuration requires and nobody has registered. */
@Component(service = Readiness.class, configurationPid = Readiness.PID)
public final class Readiness {

    static final String PID = "org.zaledje.health";

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Texts TEXTS = Texts.beside(Readiness.class);

    // Changed by the threads that register services, read by those of requests.
    private final List<ReadinessCheck> checks = new CopyOnWriteArrayList<>();
    private final Set<String> required;

    /** What an administrator can set. */
    @interface Settings {
        /** Names of checks that must be there, separated by commas. */
        String required() default "";
    }

    @Activate
    public Readiness(Settings settings) {
        this(settings.required());
    }

    Readiness(String required) {
        this.required = Arrays.stream(required.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addCheck(ReadinessCheck check) {
        checks.add(check);
    }

    public void removeCheck(ReadinessCheck check) {
        checks.remove(check);
    }

    /** One check and what it says; the reason is empty when it is ready. */
    record Result(String name, boolean ready, String reason) {
    }

    /** What every check says now, by name. */
    List<Result> ask(Locale language) {
        List<Result> answers = checks.stream().map(check -> ask(check, language)).toList();
        Set<String> answered = answers.stream().map(Result::name).collect(Collectors.toSet());
        Stream<Result> missing = required.stream().filter(name -> !answered.contains(name))
                .map(name -> new Result(name, false, TEXTS.get("missing", language)));
        return Stream.concat(answers.stream(), missing)
                .sorted((one, other) -> one.name().compareTo(other.name())).toList();
    }

    private static Result ask(ReadinessCheck check, Locale language) {
        try {
            return check.notReadyBecause().map(reason -> new Result(check.name(), false, reason.in(language)))
                    .orElseGet(() -> new Result(check.name(), true, ""));
        } catch (RuntimeException e) {
            LOG.warn("Readiness check {} failed", check.name(), e);
            return new Result(check.name(), false, TEXTS.get("failed", language));
        }
    }
}
