package dev.inverterflow.procs.history;

import dev.inverterflow.procs.Golden;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SnapshotSqlTest {

    @Test
    void statementsAreThese() throws IOException {
        Golden.assertStatement("snapshot_merge_files", SnapshotSql.mergeFiles());
        Golden.assertStatement("snapshot_update_commit_times", SnapshotSql.updateCommitTimes());
        Golden.assertStatement("snapshot_merge_flatten_times", SnapshotSql.mergeFlattenTimes());
    }
}
