package dev.inverterflow.local.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the client says it generated: its ledger, one JSON line per batch (docs/client.md). */
public record Ledger(long batches, long generated, long refused, long files) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Reads the ledger of a spool; an absent one is empty.
     *
     * @throws IOException if a line is not the documented JSON; the last line may be half written while the client runs and is
     *     then left out
     */
    public static Ledger read(Path spool) throws IOException {
        Path file = spool.resolve("ledger.ndjson");
        Ledger total = new Ledger(0, 0, 0, 0);
        if (!Files.exists(file)) {
            return total;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith("}")) {
                    total = total.plus(JSON.readTree(line));
                }
            }
        }
        return total;
    }

    private Ledger plus(JsonNode line) throws IOException {
        if (line.has("dropped")) {
            // About a batch of an earlier line; what a full spool gave up counts as lost, whoever asked for it.
            return this;
        }
        if (!line.has("generated") || !line.has("refused") || !line.has("files")) {
            throw new IOException("not a ledger line of the client: " + line);
        }
        return new Ledger(
                batches + 1,
                generated + line.get("generated").asLong(),
                refused + line.get("refused").asLong(),
                files + line.get("files").size());
    }
}
