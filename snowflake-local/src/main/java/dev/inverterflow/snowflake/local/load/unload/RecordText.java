package dev.inverterflow.snowflake.local.load.unload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a row into what a file has of it, its end included. */
interface RecordText {
    String of(List<@Nullable String> row);

    /** The record with the names of the columns; none in files whose records name their fields themselves. */
    default String header(List<String> labels) {
        return "";
    }
}
