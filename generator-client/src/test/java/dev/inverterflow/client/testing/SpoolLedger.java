package dev.inverterflow.client.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A spool's ledger, read as its users read it. */
public record SpoolLedger(List<String> promised, List<String> dropped, long batches) {
    private static final JsonMapper JSON = new JsonMapper();

    public static SpoolLedger of(Path spool) throws IOException {
        List<String> promised = new ArrayList<>();
        List<String> dropped = new ArrayList<>();
        long batches = 0;
        Path file = spool.resolve("ledger.ndjson");
        String text = Files.exists(file) ? Files.readString(file) : "";
        // Only whole lines: a client may be writing the last one.
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
            JsonNode json = JSON.readTree(line);
            boolean isDrop = json.has("dropped");
            json.get("files").forEach(key -> (isDrop ? dropped : promised).add(key.textValue()));
            json.path("invalid_files").forEach(key -> promised.add(key.textValue()));
            batches += isDrop ? 0 : 1;
        }
        return new SpoolLedger(promised, dropped, batches);
    }

    /** Nothing lost, nothing doubled, nothing cut short: the bucket holds what the ledger promises, and nothing else. */
    public void assertKept(S3Server s3, String when) throws IOException {
        List<String> expected = new ArrayList<>(promised);
        expected.removeAll(dropped);
        assertThat(promised).as("keys promised, %s", when).doesNotHaveDuplicates();
        assertThat(promised).as("dropped keys were promised, %s", when).containsAll(dropped);
        // A dropped file may have been stored before: a death can take the answer that tells so.
        assertThat(s3.keys())
                .as("keys in the bucket, %s", when)
                .doesNotHaveDuplicates()
                .containsAll(expected)
                .isSubsetOf(promised);
        for (String key : expected) {
            int records = Integer.parseInt(key.replaceAll(".*_n([0-9]+)(\\.invalid)?\\.json", "$1"));
            assertThat(JSON.readTree(s3.content(key))).as("%s, %s", key, when).hasSize(records);
        }
    }
}
