package org.zaledje.platform.web.internal.health;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zaledje.platform.health.Health;
import org.zaledje.platform.health.HealthCheck;
import org.zaledje.platform.health.ReadinessCheck;
import org.zaledje.platform.text.LocalizedText;
import org.zaledje.platform.text.Texts;

/**
 * Asks every check, all at once, and misses those that the configuration requires and nobody has registered. A check that hangs keeps
 * one thread, however often it is asked for, and nobody else waiting.
 */
@Component(service = Readiness.class, configurationPid = Readiness.PID)
public final class Readiness {

    static final String PID = "org.zaledje.health";

    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Texts TEXTS = Texts.beside(Readiness.class);
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_000);

    // Changed by the threads that register services, read by those of requests.
    private final Map<Object, Question> questions = new ConcurrentHashMap<>();
    private final Map<Object, Future<Answer>> asked = new ConcurrentHashMap<>();
    private volatile Set<String> required;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "zaledje-health");
        thread.setDaemon(true);
        return thread;
    });

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
        this.required = names(required);
    }

    /** Takes a changed configuration up. */
    @Modified
    void configure(Settings settings) {
        required = names(settings.required());
    }

    private static Set<String> names(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Something to ask, and whether the platform is not ready when it is down. */
    private record Question(String name, boolean decides, Callable<Health> check) {
    }

    private record Answer(Health health, long tookMillis) {
    }

    /**
     * One check and what it has found.
     *
     * @param decides whether the platform is not ready when it is down
     * @param told    why it is not in order, or a figure
     */
    record Result(String name, boolean decides, Health.State state, Optional<LocalizedText> told, long tookMillis) {

        /** Whether it keeps the platform from being ready. */
        boolean isReady() {
            return !decides || state != Health.State.DOWN;
        }
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addCheck(ReadinessCheck check) {
        questions.put(check, new Question(check.name(), true,
                () -> check.notReadyBecause().map(Health::down).orElseGet(Health::up)));
    }

    public void removeCheck(ReadinessCheck check) {
        forget(check);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addHealthCheck(HealthCheck check) {
        questions.put(check, new Question(check.name(), false, check::check));
    }

    public void removeHealthCheck(HealthCheck check) {
        forget(check);
    }

    private void forget(Object check) {
        questions.remove(check);
        asked.remove(check);
    }

    /** What every check says now, by name. */
    List<Result> ask() {
        questions.forEach((check, question) -> asked.computeIfAbsent(check, absent -> threads.submit(() -> timed(question))));
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        List<Result> results = new ArrayList<>();
        questions.forEach((check, question) -> results.add(result(check, question, deadline)));
        Set<String> answered = results.stream().map(Result::name).collect(Collectors.toSet());
        required.stream().filter(name -> !answered.contains(name)).forEach(name -> results.add(
                new Result(name, true, Health.State.DOWN, Optional.of(TEXTS.text("missing")), 0)));
        results.sort(Comparator.comparing(Result::name));
        return results;
    }

    private static Answer timed(Question question) throws Exception {
        long begun = System.nanoTime();
        Health health = question.check.call();
        return new Answer(health, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    }

    private Result result(Object check, Question question, long deadline) {
        Answer answer;
        try {
            Future<Answer> pending = asked.get(check);
            answer = pending == null ? down("missing")
                    : pending.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            asked.remove(check);
        } catch (ExecutionException e) {
            asked.remove(check);
            LOG.warn("The health check {} failed", question.name, e.getCause());
            answer = down("failed");
        } catch (TimeoutException e) {
            answer = down("slow");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer = down("failed");
        }
        return new Result(question.name, question.decides, answer.health.state(), answer.health.told(), answer.tookMillis);
    }

    private static Answer down(String key) {
        return new Answer(Health.down(TEXTS.text(key)), TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
    }

    @Deactivate
    void close() {
        threads.shutdownNow();
    }
}
