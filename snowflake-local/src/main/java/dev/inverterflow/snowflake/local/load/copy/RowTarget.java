package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;
import java.util.Optional;

/** Where a load puts its rows. */
public interface RowTarget {
    /** Whether the table would take what the transformation makes of these rows: the fault if not. Leaves no trace. */
    Optional<SnowflakeException> tryOut(List<StagedRow> rows);

    /** The column by which a row is faulty; empty if that cannot be told. Leaves no trace. */
    Optional<FaultyColumn> faultyColumn(StagedRow row, SnowflakeException fault);

    /** The column that a field of the files fills, from 1, as COPY prints it; empty if there is none, or if that cannot be told. */
    Optional<String> column(int field);

    /**
     * Inserts the rows and writes the files' entries in the load history, both or nothing.
     *
     * @throws SnowflakeException if the table does not take them
     */
    void take(List<StagedRow> rows, List<FileLoad> loads);
}
