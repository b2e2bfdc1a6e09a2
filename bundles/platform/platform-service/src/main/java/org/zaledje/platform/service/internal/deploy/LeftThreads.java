package org.zaledje.platform.service.internal.deploy;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/**
 * Finds threads that stopped bundles have left: those of a class of theirs or with their class loader, and those that are
 * in the midst of their code. Idle threads of a pool are not found: they look like anybody's.
 */
final class LeftThreads {

    private LeftThreads() {
    }

    static List<Thread> of(Collection<Bundle> bundles) {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(entry -> belongs(entry, bundles))
                .map(Map.Entry::getKey)
                .filter(Thread::isAlive)
                .toList();
    }

    private static boolean belongs(Map.Entry<Thread, StackTraceElement[]> thread, Collection<Bundle> bundles) {
        return Optional.ofNullable(FrameworkUtil.getBundle(thread.getKey().getClass())).filter(bundles::contains).isPresent()
                || loader(thread.getKey()).filter(bundles::contains).isPresent()
                || Arrays.stream(thread.getValue()).anyMatch(frame -> isIn(frame, bundles));
    }

    private static Optional<Bundle> loader(Thread thread) {
        return Optional.ofNullable(thread.getContextClassLoader()).flatMap(FrameworkUtil::getBundle);
    }

    private static boolean isIn(StackTraceElement frame, Collection<Bundle> bundles) {
        String file = frame.getClassName().replace('.', '/') + ".class";
        return bundles.stream().anyMatch(bundle -> bundle.getEntry(file) != null);
    }
}
