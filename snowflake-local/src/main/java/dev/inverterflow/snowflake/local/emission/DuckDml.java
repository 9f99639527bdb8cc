package dev.inverterflow.snowflake.local.emission;

import java.util.List;

/**
 * A statement that changes rows, as one or more statements for DuckDB that are to run in one transaction.
 *
 * @param statements to be run in order; the last one's count, or rows, tell what happened
 * @param counting how the counts of the result come about
 * @param labels of the columns of Snowflake's result, in order
 */
public record DuckDml(List<String> statements, Counting counting, List<String> labels) {
    /** Where the counts come from. */
    public enum Counting {
        /** One column: the update count of the last statement. */
        UPDATE_COUNT,
        /** Two columns: the update count, and 0 multi-joined rows. */
        UPDATE_COUNT_AND_ZERO,
        /** One column for each label: the update counts of as many last statements. */
        EACH_UPDATE_COUNT,
        /** The first statement is a query for both columns: how many rows are updated, how many of them by several. */
        JOINED_UPDATE,
        /** The last statement returns rows of one text each: INSERT, UPDATE or DELETE; count them by label. */
        MERGE_ACTIONS
    }

    public DuckDml {
        statements = List.copyOf(statements);
        labels = List.copyOf(labels);
    }
}
