package dev.inverterflow.client.spool;

import java.util.List;

/**
 * A batch that is to be committed.
 *
 * @param state the state to go on from once the batch is committed; it becomes durable together with the batch
 */
public record NewBatch(BatchName name, List<NewFile> files, LedgerLine ledgerLine, RunState state) {
    public NewBatch {
        files = List.copyOf(files);
    }

    long bytes() {
        return files.stream().mapToLong(file -> file.content().length).sum();
    }

    /**
     * One file of the batch.
     *
     * @param key full key in the bucket; its last segment names the file in the spool
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared; copying 16 MiB for the sake of it would be waste.
    public record NewFile(String key, byte[] content) {
        String fileName() {
            return key.substring(key.lastIndexOf('/') + 1);
        }
    }
}
