package dev.inverterflow.client.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.inverterflow.client.spool.Manifest.Part;
import dev.inverterflow.client.spool.NewBatch.NewFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directory {@code pending/}: one directory for each batch, with its files, its manifest and the state after it. */
final class PendingBatches {
    private static final Comparator<BatchName> OLDEST_FIRST =
            Comparator.comparing(BatchName::tick).thenComparing(BatchName::run);

    private final Path directory;
    private final Disk disk;
    private final Quarantine quarantine;
    private final SpoolJson json = new SpoolJson();

    PendingBatches(Path directory, Disk disk, Quarantine quarantine) {
        this.directory = directory;
        this.disk = disk;
        this.quarantine = quarantine;
    }

    void add(NewBatch batch, Path beside) throws IOException {
        disk.createDirectories(beside);
        List<Part> parts = new ArrayList<>();
        for (NewFile file : batch.files()) {
            disk.write(beside.resolve(file.fileName()), file.content());
            parts.add(new Part(file.fileName(), file.key(), file.content().length, sha256(file.content())));
        }
        disk.write(beside.resolve(StateFile.NAME), json.bytes(batch.state()));
        Manifest manifest = new Manifest(Manifest.FORMAT, batch.name().toString(), parts, batch.ledgerLine());
        disk.write(beside.resolve(Manifest.FILE), json.bytes(manifest));
        disk.syncDirectory(beside);
        disk.move(beside, path(batch.name()));
        disk.syncDirectory(directory);
    }

    /** The last batch in the order of commitment whose manifest can be read. */
    Optional<Opened> newest(Tally quarantined) throws IOException {
        for (BatchName name : names(Comparator.reverseOrder(), Integer.MAX_VALUE)) {
            Optional<Manifest> manifest = manifest(name, quarantined);
            if (manifest.isPresent()) {
                return Optional.of(new Opened(name, manifest.get()));
            }
        }
        return Optional.empty();
    }

    Optional<RunState> stateOf(BatchName batch) throws IOException {
        Path file = path(batch).resolve(StateFile.NAME);
        return Files.exists(file) ? Optional.of(json.read(Files.readAllBytes(file), RunState.class)) : Optional.empty();
    }

    List<BatchName> oldest(int limit) throws IOException {
        return names(OLDEST_FIRST, limit);
    }

    void measure(Tally tally) throws IOException {
        try (Stream<Path> files = Files.walk(directory, 2)) {
            for (Path file : (Iterable<Path>) files.filter(PendingBatches::isUploadable)::iterator) {
                tally.add(1, Files.size(file));
            }
        }
    }

    List<PendingFile> files(BatchName batch, Tally quarantined) throws IOException {
        Optional<Manifest> manifest = manifest(batch, quarantined);
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
                quarantined.add(isUploadable(file) ? 1 : 0, isUploadable(file) ? Files.size(file) : 0);
                quarantine.take(file, "the manifest of batch " + batch + " does not name this file");
            }
        }
        return waiting;
    }

    Optional<byte[]> content(PendingFile file) throws IOException {
        byte[] content = Files.readAllBytes(file.path());
        if (content.length != file.bytes()) {
            quarantine.take(
                    file.path(), "the file has " + content.length + " bytes, but " + file.bytes() + " were spooled");
            return Optional.empty();
        }
        if (!sha256(content).equals(file.sha256())) {
            quarantine.take(file.path(), "the content is not what was spooled (SHA-256 differs)");
            return Optional.empty();
        }
        return Optional.of(content);
    }

    void quarantine(Path file, String reason) throws IOException {
        quarantine.take(file, reason);
    }

    /** The manifest goes last: a directory without one is nothing but a remnant. */
    void remove(BatchName batch) throws IOException {
        Path path = path(batch);
        disk.delete(path.resolve(StateFile.NAME));
        disk.delete(path.resolve(Manifest.FILE));
        disk.delete(path);
    }

    private Optional<Manifest> manifest(BatchName batch, Tally quarantined) throws IOException {
        Path path = path(batch);
        Path file = path.resolve(Manifest.FILE);
        if (Files.notExists(file)) {
            removeRemnant(path, quarantined);
            return Optional.empty();
        }
        try {
            Manifest manifest = json.read(Files.readAllBytes(file), Manifest.class);
            String complaint = complaint(manifest, batch);
            if (complaint.isEmpty()) {
                return Optional.of(manifest);
            }
            quarantineAll(path, complaint, quarantined);
        } catch (JsonProcessingException e) {
            quarantineAll(path, "the manifest cannot be read: " + e.getOriginalMessage(), quarantined);
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

    private void removeRemnant(Path path, Tally quarantined) throws IOException {
        if (children(path).isEmpty()) {
            disk.delete(path);
        } else {
            quarantineAll(path, "the directory has files but no manifest", quarantined);
        }
    }

    private void quarantineAll(Path path, String reason, Tally quarantined) throws IOException {
        for (Path file : children(path)) {
            if (isUploadable(file)) {
                quarantined.add(1, Files.size(file));
            }
        }
        quarantine.take(path, reason);
    }

    private List<BatchName> names(Comparator<BatchName> order, int limit) throws IOException {
        List<Path> foreign = new ArrayList<>();
        PriorityQueue<BatchName> first = new PriorityQueue<>(order.reversed());
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                Optional<BatchName> name = BatchName.parse(String.valueOf(entry.getFileName()));
                if (name.isEmpty() || !Files.isDirectory(entry)) {
                    foreign.add(entry);
                } else {
                    first.add(name.get());
                    if (first.size() > limit) {
                        first.remove();
                    }
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

    private static boolean isUploadable(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && !name.equals(Manifest.FILE) && !name.equals(StateFile.NAME);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A batch whose manifest was read. */
    record Opened(BatchName name, Manifest manifest) {}

    /** Takes note of files that came or went. */
    interface Tally {
        void add(long files, long bytes);
    }
}
