package org.zaledje.platform.service.internal.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.zaledje.platform.text.LocalizedText;

/** A container that remembers what it was told; installs whatever is there, unless its feature is told to fail. */
final class RecordingRuntime implements FunctionRuntime {

    final List<String> calls = new ArrayList<>();
    final Set<String> failing = new HashSet<>();
    final Set<String> stuck = new HashSet<>();
    final Set<String> stopped = new HashSet<>();
    private final Set<String> present = new TreeSet<>();

    @Override
    public synchronized void install(Archive archive, Path folder) throws DeployProblem {
        calls.add("install " + archive.main());
        if (!Files.exists(folder.resolve(archive.repository()))) {
            throw new DeployProblem(LocalizedText.verbatim("nothing unpacked"));
        }
        if (failing.contains(archive.main().toString())) {
            throw new DeployProblem(LocalizedText.verbatim(archive.main() + " does not start"));
        }
        present.add(archive.main().toString());
    }

    @Override
    public synchronized void remove(Archive archive, Path folder) throws DeployProblem {
        calls.add("remove " + archive.main());
        if (stuck.contains(archive.main().toString())) {
            throw new DeployProblem(LocalizedText.verbatim(archive.main() + " does not go"));
        }
        present.remove(archive.main().toString());
    }

    @Override
    public synchronized boolean has(Archive archive) {
        return present.contains(archive.main().toString());
    }

    @Override
    public Optional<LocalizedText> notRunningBecause(Archive archive, Duration patience) {
        return stopped.contains(archive.main().toString())
                ? Optional.of(LocalizedText.verbatim(archive.main() + " is stopped"))
                : Optional.empty();
    }

    synchronized Set<String> present() {
        return Set.copyOf(present);
    }

    synchronized void forgetAll() {
        present.clear();
    }
}
