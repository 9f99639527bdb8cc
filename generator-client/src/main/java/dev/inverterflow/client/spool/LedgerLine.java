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
 * @param invalidFiles keys of the files with refused readings, if those are sent
 * @param trouble what of the batch was scripted trouble
 */
@JsonPropertyOrder({
    "tick",
    "run",
    "generated",
    "refused",
    "refused_by_rule",
    "files",
    "records",
    "skipped_ticks",
    "invalid_files",
    "trouble"
})
@JsonIgnoreProperties(ignoreUnknown = true)
public record LedgerLine(
        @JsonProperty("tick") String tick,
        @JsonProperty("run") long run,
        @JsonProperty("generated") int generated,
        @JsonProperty("refused") int refused,
        @JsonProperty("refused_by_rule") Map<String, Integer> refusedByRule,
        @JsonProperty("files") List<String> files,
        @JsonProperty("records") int records,
        @JsonProperty("skipped_ticks") long skippedTicks,
        @JsonProperty("invalid_files") List<String> invalidFiles,
        @JsonProperty("trouble") Trouble trouble) {

    public LedgerLine {
        refusedByRule = Collections.unmodifiableMap(new TreeMap<>(refusedByRule));
        files = List.copyOf(files);
        invalidFiles = invalidFiles == null ? List.of() : List.copyOf(invalidFiles);
        trouble = trouble == null ? Trouble.NONE : trouble;
    }

    /** A batch without scripted trouble, whose refused readings stay where they are. */
    public LedgerLine(
            String tick,
            long run,
            int generated,
            int refused,
            Map<String, Integer> refusedByRule,
            List<String> files,
            int records,
            long skippedTicks) {
        this(tick, run, generated, refused, refusedByRule, files, records, skippedTicks, List.of(), Trouble.NONE);
    }

    BatchName batch() {
        return new BatchName(Instant.parse(tick), run);
    }

    /**
     * Scripted trouble in a batch.
     *
     * @param heldBack readings made for this batch that come with a later one, and are counted there
     * @param late readings that came with this batch 2 to 15 batches late
     * @param outOfOrder readings that came one batch late, behind the newer reading of their inverter
     * @param duplicates second copies
     */
    public record Trouble(
            @JsonProperty("held_back") int heldBack,
            @JsonProperty("late") int late,
            @JsonProperty("out_of_order") int outOfOrder,
            @JsonProperty("duplicates") int duplicates) {
        public static final Trouble NONE = new Trouble(0, 0, 0, 0);
    }
}
