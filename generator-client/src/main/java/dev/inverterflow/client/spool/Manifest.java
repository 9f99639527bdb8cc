package dev.inverterflow.client.spool;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a batch directory must hold. Written last into it, so a directory with a manifest is whole.
 *
 * @param ledgerLine the line that the ledger must have for this batch
 */
record Manifest(
        @JsonProperty(value = "format", required = true) int format,
        @JsonProperty(value = "batch", required = true) String batch,
        @JsonProperty(value = "files", required = true) List<Part> files,
        @JsonProperty(value = "ledger", required = true) LedgerLine ledgerLine) {

    static final int FORMAT = 1;
    static final String FILE = "manifest.json";

    Manifest {
        files = List.copyOf(files);
    }

    /**
     * @param file name within the batch directory
     * @param sha256 of the content, hexadecimal
     */
    record Part(
            @JsonProperty(value = "file", required = true) String file,
            @JsonProperty(value = "key", required = true) String key,
            @JsonProperty(value = "bytes", required = true) long bytes,
            @JsonProperty(value = "sha256", required = true) String sha256) {

        boolean isPlausible() {
            return key.endsWith("/" + file) && !file.contains("\\") && file.matches("[A-Za-z0-9].*") && bytes >= 0;
        }
    }
}
