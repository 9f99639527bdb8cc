package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.load.copy.CopyNames;
import org.jspecify.annotations.Nullable;

/**
 * Whether a pipe can load at all.
 *
 * @param executionState as SYSTEM$PIPE_STATUS calls it
 * @param invalidReason as SHOW PIPES explains it; null for a pipe that can load
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_pipe_status">SYSTEM$PIPE_STATUS</a>
 */
record PipeHealth(String executionState, @Nullable String invalidReason) {
    static PipeHealth of(Pipe pipe, Catalog catalog) {
        if (catalog.objects(ObjectType.TABLE).find(pipe.table()).isEmpty()) {
            return new PipeHealth("STOPPED_MISSING_TABLE", "Table '" + pipe.table() + "' does not exist");
        }
        if (pipe.source().altered(catalog)) {
            return new PipeHealth(
                    "STOPPED_STAGE_ALTERED", "Stage '" + pipe.source().stage() + "' was altered; recreate the pipe");
        }
        if (pipe.source().find(catalog).isEmpty()) {
            return new PipeHealth(
                    "STOPPED_STAGE_DROPPED",
                    "Stage '" + pipe.source().stage() + "' was dropped or replaced; recreate the pipe");
        }
        var format = CopyNames.format(pipe.copy());
        if (format.isPresent()
                && catalog.objects(ObjectType.FILE_FORMAT).find(format.get()).isEmpty()) {
            return new PipeHealth(
                    "STOPPED_FILE_FORMAT_DROPPED", "File format '" + format.get() + "' was dropped; recreate the pipe");
        }
        return new PipeHealth(pipe.state().paused() ? "PAUSED" : "RUNNING", null);
    }

    boolean valid() {
        return invalidReason == null;
    }
}
