package org.zaledje.platform.service.internal.deploy;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests that are held while the features that they are for are exchanged. For one thread at a time. */
final class Holds {

    private static final Logger LOG = LoggerFactory.getLogger(Holds.class);

    /** How long requests in flight are waited for before their function is exchanged. */
    private static final Duration DRAIN_MAX = Duration.ofSeconds(10);

    private record Hold(Set<String> functions, long since) {
    }

    private final FunctionRuntime runtime;
    private final TrafficGate gate;
    private final Map<String, Hold> holds = new HashMap<>();

    Holds(FunctionRuntime runtime, TrafficGate gate) {
        this.runtime = runtime;
        this.gate = gate;
    }

    /** Keeps requests out of what an archive offers, and waits for those under way; does nothing when they are out. */
    void hold(Archive archive) throws InterruptedException {
        if (holds.containsKey(archive.main().name())) {
            return;
        }
        try {
            Set<String> functions = runtime.functions(archive);
            holds.put(archive.main().name(), new Hold(functions, System.nanoTime()));
            gate.hold(functions);
            if (!gate.awaitEmpty(functions, DRAIN_MAX)) {
                LOG.warn("{} is exchanged although some requests have not ended in {} s",
                        archive.main(), DRAIN_MAX.toSeconds());
            }
        } catch (DeployProblem e) {
            LOG.warn("Requests to {} are not held while it is exchanged: {}", archive.main(), e.getMessage());
        }
    }

    /** Lets in what has waited for a feature, if anything had to. */
    void open(String feature) {
        Hold hold = holds.remove(feature);
        if (hold != null) {
            gate.open(hold.functions());
            LOG.info("{} serves; requests were held for {} ms", feature,
                    (System.nanoTime() - hold.since()) / 1_000_000);
        }
    }

    /** Lets in what has waited for any other feature. */
    void openAllBut(Collection<String> features) {
        holds.keySet().stream().filter(feature -> !features.contains(feature)).toList().forEach(this::open);
    }
}
