package dev.inverterflow.client.spool;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** {@code state.json} of the spool, always whole: written beside and renamed over. */
final class StateFile {
    static final String NAME = "state.json";

    private final Path directory;
    private final Path file;
    private final Disk disk;
    private final SpoolJson json = new SpoolJson();

    StateFile(Path directory, Disk disk) {
        this.directory = directory;
        this.file = directory.resolve(NAME);
        this.disk = disk;
    }

    Optional<RunState> read() throws IOException, SpoolException {
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.read(Files.readAllBytes(file), RunState.class));
        } catch (JsonProcessingException e) {
            throw new SpoolException(
                    SpoolException.Kind.UNUSABLE,
                    file + " is damaged: " + e.getOriginalMessage()
                            + "; move it away to start with new energy counters (run numbers go on from the ledger)",
                    e);
        }
    }

    void write(RunState state) throws IOException {
        Path beside = directory.resolve(NAME + ".new");
        disk.delete(beside);
        disk.write(beside, json.bytes(state));
        Milestone.STATE_BESIDE.reached();
        disk.move(beside, file);
        disk.syncDirectory(directory);
    }
}
