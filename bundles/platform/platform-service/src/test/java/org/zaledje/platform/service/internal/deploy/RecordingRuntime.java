package org.zaledje.platform.service.internal.deploy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.zaledje.platform.text.LocalizedText;

/** A container that remembers what it was told; installs whatever is there, unless its feature is told to fail. */
final class RecordingRuntime implements FunctionRuntime {

    final List<String> calls = new ArrayList<>();
    final Set<String> failing = new HashSet<>();
    final Set<String> stuck = new HashSet<>();
    final Set<String> stopped = new HashSet<>();
    final Set<String> unprepared = new HashSet<>();
    final Set<String> broken = new HashSet<>();
    final Set<String> blocked = new HashSet<>();
    final Set<String> claims = new HashSet<>();
    private final Set<String> halted = new HashSet<>();
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
    public void exchange(Archive before, Path folderBefore, Archive archive, Path folder) throws DeployProblem {
        calls.add("exchange");
        remove(before, folderBefore);
        install(archive, folder);
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
    public synchronized void prepare(Archive archive, Path folder, Runnable quiet) throws DeployProblem {
        calls.add("prepare " + archive.main());
        quiet.run();
        if (unprepared.contains(archive.main().toString())) {
            throw new DeployProblem(LocalizedText.verbatim(archive.main() + " can't migrate."));
        }
    }

    @Override
    public synchronized void start(Archive archive) {
        halted.remove(archive.main().toString());
    }

    @Override
    public synchronized void stop(Archive archive) throws DeployProblem {
        if (stuck.contains(archive.main().toString())) {
            throw new DeployProblem(LocalizedText.verbatim(archive.main() + " does not stop"));
        }
        halted.add(archive.main().toString());
    }

    @Override
    public synchronized Condition condition(Archive archive) {
        String id = archive.main().toString();
        if (broken.contains(id)) {
            return Condition.failed(LocalizedText.verbatim(id + " throws."));
        }
        if (blocked.contains(id)) {
            return Condition.STARTING;
        }
        return stopped.contains(id) || halted.contains(id)
                ? Condition.failed(LocalizedText.verbatim(id + " is stopped")) : Condition.RUNNING;
    }

    @Override
    public Set<String> functions(Archive archive) {
        return Set.of(archive.main().name());
    }

    @Override
    public Set<String> taken(Archive archive) {
        return claims.contains(archive.main().toString()) ? functions(archive) : Set.of();
    }

    synchronized boolean isHalted(String id) {
        return halted.contains(id);
    }

    synchronized Set<String> present() {
        return Set.copyOf(present);
    }

    synchronized void forgetAll() {
        present.clear();
    }
}
