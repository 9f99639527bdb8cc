package dev.inverterflow.client.spool;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ledger's line about a batch, or what was left of it, that was given up to make room.
 *
 * @param batch its name in the spool
 * @param at ISO-8601
 * @param files keys that will not be in the bucket
 * @param records readings in those files
 * @param bytes size of those files
 */
@JsonPropertyOrder({"dropped", "at", "reason", "files", "records", "bytes"})
public record Dropped(
        @JsonProperty("dropped") String batch,
        @JsonProperty("at") String at,
        @JsonProperty("reason") String reason,
        @JsonProperty("files") List<String> files,
        @JsonProperty("records") long records,
        @JsonProperty("bytes") long bytes) {
    /** Tells this line from that of a batch. */
    static final String MARK = "dropped";

    private static final Pattern RECORDS = Pattern.compile("_n([0-9]{1,18})\\.json(?:\\.gz)?$");

    public Dropped {
        files = List.copyOf(files);
    }

    static Dropped of(BatchName batch, List<PendingFile> files, Instant at) {
        return new Dropped(
                batch.toString(),
                at.toString(),
                "SPOOL_FULL=drop-oldest",
                files.stream().map(PendingFile::key).toList(),
                files.stream().mapToLong(file -> recordsIn(file.key())).sum(),
                files.stream().mapToLong(PendingFile::bytes).sum());
    }

    /** A file's name tells how many records it has. */
    private static long recordsIn(String key) {
        Matcher matcher = RECORDS.matcher(key);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
