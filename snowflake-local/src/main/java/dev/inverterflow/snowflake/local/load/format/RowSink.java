package dev.inverterflow.snowflake.local.load.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the rows of a file. */
public interface RowSink {
    /**
     * A row.
     *
     * @param values its fields, null for SQL NULL; a VARIANT as canonical JSON text
     * @param place where it stands; null in files of values, whose rows are told by their number only
     */
    void row(List<@Nullable String> values, @Nullable RowPlace place);

    /** A row that is not as it should be and is left out; the reading goes on behind it. */
    void fault(FileFormatException fault);

    /** An empty line that is passed over, which counts as parsed. */
    default void blank() {}
}
