package dev.inverterflow.client.spool;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one committed batch holds; proves later what should have arrived.
 *
 * @param tick ISO-8601
 * @param generated readings that were made; {@code refused + records}
 * @param refused readings that validation kept back
 * @param refusedByRule the same by the decisive rule
 * @param files keys of the batch's files in the bucket
 * @param records readings in those files
 * @param skippedTicks ticks that passed without a batch since the line before, in this run
 */
@JsonPropertyOrder({"tick", "run", "generated", "refused", "refused_by_rule", "files", "records", "skipped_ticks"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record LedgerLine(
        @JsonProperty("tick") String tick,
        @JsonProperty("run") long run,
        @JsonProperty("generated") int generated,
        @JsonProperty("refused") int refused,
        @JsonProperty("refused_by_rule") Map<String, Integer> refusedByRule,
        @JsonProperty("files") List<String> files,
        @JsonProperty("records") int records,
        @JsonProperty("skipped_ticks") long skippedTicks) {

    public LedgerLine {
        refusedByRule = Collections.unmodifiableMap(new TreeMap<>(refusedByRule));
        files = List.copyOf(files);
    }

    BatchName batch() {
        return new BatchName(Instant.parse(tick), run);
    }
}
