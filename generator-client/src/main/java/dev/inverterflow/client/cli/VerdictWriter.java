package dev.inverterflow.client.cli;

import dev.inverterflow.client.validate.Violation;
import java.nio.file.Path;
import java.util.List;

/** Prints verdicts, and counts them. */
abstract class VerdictWriter {
    private long records;
    private long invalidRecords;

    final void record(Path file, long index, List<Violation> violations) {
        records++;
        if (!violations.isEmpty()) {
            invalidRecords++;
        }
        print(file, index, violations);
    }

    final long records() {
        return records;
    }

    final long invalidRecords() {
        return invalidRecords;
    }

    abstract void print(Path file, long index, List<Violation> violations);

    abstract void end();
}
