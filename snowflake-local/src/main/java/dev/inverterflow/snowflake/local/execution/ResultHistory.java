package dev.inverterflow.snowflake.local.execution;

import java.util.Optional;

/** The results of a session's latest statements. Older ones are forgotten. */
public interface ResultHistory {

    /** The result of the statement with this id, if it succeeded and is not forgotten. */
    Optional<Result> find(String queryId);

    /**
     * The id of an earlier statement.
     *
     * @param position -1 for the last one before this, -2 for the one before that; 1 for the session's first
     */
    Optional<String> queryId(int position);
}
