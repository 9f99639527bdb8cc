package dev.inverterflow.client.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Puts in order what the death of a spool's last owner may have left. Dying here, too, is put in order by the next one. */
final class Recovery {
    private final Path directory;
    private final Disk disk;
    private final PendingBatches pending;
    private final DroppingBatches dropping;
    private final Ledger ledger;
    private final StateFile stateFile;

    Recovery(
            Path directory,
            Disk disk,
            PendingBatches pending,
            DroppingBatches dropping,
            Ledger ledger,
            StateFile stateFile) {
        this.directory = directory;
        this.disk = disk;
        this.pending = pending;
        this.dropping = dropping;
        this.ledger = ledger;
        this.stateFile = stateFile;
    }

    /** What is made is synced too: else a power failure could take the whole spool with the first batch in it. */
    static void makeDirectories(Path directory, Disk disk) throws IOException {
        Path absolute = directory.toAbsolutePath();
        List<Path> without = new ArrayList<>();
        for (Path path = absolute; path != null && Files.notExists(path); path = path.getParent()) {
            without.add(path);
        }
        for (String part : List.of("incoming", "pending", "quarantine", "dropping")) {
            disk.createDirectories(absolute.resolve(part));
        }
        disk.syncDirectory(absolute);
        for (Path path : without) {
            Path parent = path.getParent();
            if (parent != null) {
                disk.syncDirectory(parent);
            }
        }
    }

    /** The state to go on from. */
    RunState completed() throws IOException, SpoolException {
        dropUncommitted();
        ledger.cutTornLine();
        Ledger.Tail tail = ledger.tail();
        dropping.recover(tail.dropped());
        RunState state = stateFile.read().orElse(RunState.NONE);
        Optional<BatchName> logged = tail.batch().map(LedgerLine::batch);
        if (logged.isPresent() && state.run() < logged.get().run()) {
            state = state.inRun(logged.get().run());
        }
        Optional<PendingBatches.Opened> newest = pending.newest();
        if (newest.isPresent()) {
            state = completed(newest.get(), logged, state);
        }
        pending.measure();
        return state;
    }

    /** Only the newest batch can lack its ledger line or be newer than the state. */
    private RunState completed(PendingBatches.Opened newest, Optional<BatchName> logged, RunState state)
            throws IOException {
        if (logged.map(batch -> batch.compareTo(newest.name()) < 0).orElse(true)) {
            ledger.append(newest.manifest().ledgerLine());
        }
        if (!state.isBefore(newest.name())) {
            return state;
        }
        long run = Math.max(state.run(), newest.name().run());
        RunState after = pending.stateOf(newest.name()).orElse(state).inRun(run);
        stateFile.write(after);
        return after;
    }

    private void dropUncommitted() throws IOException {
        try (Stream<Path> started = Files.list(directory.resolve("incoming"))) {
            for (Path path : started.toList()) {
                deleteTree(path);
            }
        }
    }

    private void deleteTree(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> children = Files.list(path)) {
                for (Path child : children.toList()) {
                    deleteTree(child);
                }
            }
        }
        disk.delete(path);
    }
}
