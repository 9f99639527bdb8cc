package dev.inverterflow.client.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.inverterflow.client.spool.Manifest.Part;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory {@code pending/}: one directory for each batch, with its files, its manifest and the state after it. */
final class PendingBatches {
    /** What is found beyond that is found by the next look: no directory, however full, is held in memory. */
    private static final int FOREIGN_AT_ONCE = 100;

    private final Path directory;
    private final Disk disk;
    private final Quarantine quarantine;
    private final Tally tally;
    private final SpoolJson json = new SpoolJson();

    PendingBatches(Path directory, Disk disk, Quarantine quarantine, Tally tally) {
        this.directory = directory;
        this.disk = disk;
        this.quarantine = quarantine;
        this.tally = tally;
    }

    void add(NewBatch batch, Path beside) throws IOException {
        disk.createDirectories(beside);
        List<Part> parts = new ArrayList<>();
        for (NewFile file : batch.files()) {
            disk.write(beside.resolve(file.fileName()), file.content());
            Milestone.FILE_WRITTEN.reached();
            parts.add(new Part(file.fileName(), file.key(), file.content().length, Sha256.of(file.content())));
        }
        disk.write(beside.resolve(StateFile.NAME), json.bytes(batch.state()));
        Manifest manifest = new Manifest(Manifest.FORMAT, batch.name().toString(), parts, batch.ledgerLine());
        disk.write(beside.resolve(Manifest.FILE), json.bytes(manifest));
        disk.syncDirectory(beside);
        Milestone.BATCH_WRITTEN.reached();
        disk.move(beside, path(batch.name()));
        disk.syncDirectory(directory);
        Milestone.BATCH_RENAMED.reached();
    }

    /** The last batch in the order of commitment whose manifest can be read. */
    Optional<Opened> newest() throws IOException {
        while (true) {
            List<BatchName> last = names(name -> true, Comparator.reverseOrder(), 1);
            if (last.isEmpty()) {
                return Optional.empty();
            }
            Optional<Manifest> manifest = manifest(last.get(0), (count, size) -> tally.setAsideUncounted(count));
            if (manifest.isPresent()) {
                return Optional.of(new Opened(last.get(0), manifest.get()));
            }
        }
    }

    Optional<RunState> stateOf(BatchName batch) throws IOException {
        Path file = path(batch).resolve(StateFile.NAME);
        return Files.exists(file) ? Optional.of(json.read(Files.readAllBytes(file), RunState.class)) : Optional.empty();
    }

    /** The next batches in the order of commitment. */
    List<BatchName> after(@Nullable BatchName cursor, int limit) throws IOException {
        return names(name -> cursor == null || name.compareTo(cursor) > 0, Comparator.naturalOrder(), limit);
    }

    /** When a batch was spooled; empty if it has left meanwhile. */
    Optional<Instant> spooledAt(BatchName batch) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(path(batch).resolve(Manifest.FILE))
                    .toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void measure() throws IOException {
        try (Stream<Path> files = Files.walk(directory, 2)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (isInBatch(file) && isUploadable(file)) {
                    tally.came(1, Files.size(file));
                }
            }
        }
    }

    List<PendingFile> files(BatchName batch) throws IOException {
        Optional<Manifest> manifest = manifest(batch, tally::setAside);
        if (manifest.isEmpty()) {
            return List.of();
        }
        Map<String, Part> expected =
                manifest.get().files().stream().collect(Collectors.toMap(Part::file, Function.identity()));
        List<PendingFile> waiting = new ArrayList<>();
        for (Path file : children(path(batch))) {
            String name = String.valueOf(file.getFileName());
            Part part = expected.get(name);
            if (part != null) {
                waiting.add(new PendingFile(batch, file, part.key(), part.bytes(), part.sha256()));
            } else if (!name.equals(Manifest.FILE) && !name.equals(StateFile.NAME)) {
                tally.setAside(isUploadable(file) ? 1 : 0, isUploadable(file) ? Files.size(file) : 0);
                quarantine.take(file, "the manifest of batch " + batch + " does not name this file");
            }
        }
        return waiting;
    }

    /** Whether a file is what was spooled; one that is not goes into quarantine. */
    boolean isIntact(PendingFile file) throws IOException {
        long size = Files.size(file.path());
        if (size != file.bytes()) {
            quarantine(file, "the file has " + size + " bytes, but " + file.bytes() + " were spooled");
            return false;
        }
        if (!Sha256.of(file.path()).equals(file.sha256())) {
            quarantine(file, "the content is not what was spooled (SHA-256 differs)");
            return false;
        }
        return true;
    }

    void quarantine(PendingFile file, String reason) throws IOException {
        quarantine.take(file.path(), reason);
        tally.setAside(1, file.bytes());
    }

    /** The manifest goes last: a directory without one is nothing but a remnant. */
    void remove(BatchName batch) throws IOException {
        Path path = path(batch);
        disk.delete(path.resolve(StateFile.NAME));
        Milestone.BATCH_EMPTIED.reached();
        disk.delete(path.resolve(Manifest.FILE));
        Milestone.MANIFEST_DELETED.reached();
        disk.delete(path);
        Milestone.BATCH_DELETED.reached();
    }

    private Optional<Manifest> manifest(BatchName batch, SetAside setAside) throws IOException {
        Path path = path(batch);
        if (Files.isRegularFile(path)) {
            quarantine.take(path, "the client did not put this into its spool");
            return Optional.empty();
        }
        Path file = path.resolve(Manifest.FILE);
        if (Files.notExists(file)) {
            removeRemnant(path, setAside);
            return Optional.empty();
        }
        try {
            Manifest manifest = json.read(Files.readAllBytes(file), Manifest.class);
            String complaint = complaint(manifest, batch);
            if (complaint.isEmpty()) {
                return Optional.of(manifest);
            }
            quarantineAll(path, complaint, setAside);
        } catch (JsonProcessingException e) {
            quarantineAll(path, "the manifest cannot be read: " + e.getOriginalMessage(), setAside);
        }
        return Optional.empty();
    }

    private static String complaint(Manifest manifest, BatchName batch) {
        if (manifest.format() != Manifest.FORMAT) {
            return "the manifest has format " + manifest.format() + ", this client knows " + Manifest.FORMAT;
        }
        if (!manifest.batch().equals(batch.toString())) {
            return "the manifest is that of batch " + manifest.batch();
        }
        return manifest.files().stream().allMatch(Part::isPlausible) ? "" : "the manifest names an implausible file";
    }

    private void removeRemnant(Path path, SetAside setAside) throws IOException {
        if (children(path).isEmpty()) {
            disk.delete(path);
        } else {
            quarantineAll(path, "the directory has files but no manifest", setAside);
        }
    }

    private void quarantineAll(Path path, String reason, SetAside setAside) throws IOException {
        for (Path file : children(path)) {
            if (isUploadable(file)) {
                setAside.add(1, Files.size(file));
            }
        }
        quarantine.take(path, reason);
    }

    /** The first so many in an order, of a directory that may hold any number. */
    private List<BatchName> names(Predicate<BatchName> wanted, Comparator<BatchName> order, int limit)
            throws IOException {
        List<Path> foreign = new ArrayList<>();
        PriorityQueue<BatchName> first = new PriorityQueue<>(order.reversed());
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Optional<BatchName> name = BatchName.parse(String.valueOf(entry.getFileName()));
                if (name.isPresent()) {
                    name.filter(wanted).ifPresent(first::add);
                    if (first.size() > limit) {
                        first.remove();
                    }
                } else if (foreign.size() < FOREIGN_AT_ONCE) {
                    foreign.add(entry);
                }
            }
        }
        for (Path entry : foreign) {
            quarantine.take(entry, "the client did not put this into its spool");
        }
        return first.stream().sorted(order).toList();
    }

    private Path path(BatchName batch) {
        return directory.resolve(batch.toString());
    }

    private static List<Path> children(Path path) throws IOException {
        if (Files.notExists(path)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.sorted().toList();
        }
    }

    private boolean isInBatch(Path file) {
        Path parent = file.getParent();
        return parent != null
                && !parent.equals(directory)
                && BatchName.parse(String.valueOf(parent.getFileName())).isPresent();
    }

    private static boolean isUploadable(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && !name.equals(Manifest.FILE) && !name.equals(StateFile.NAME);
    }

    /** A batch whose manifest was read. */
    record Opened(BatchName name, Manifest manifest) {}

    /** Takes note of files that go into quarantine. */
    private interface SetAside {
        void add(long files, long bytes);
    }
}
