package dev.inverterflow.snowflake.local.execution;

/** Runs SQL in a session. Statements of one executor run one after another, never at the same time. */
public interface SqlExecutor {

    /**
     * Parses and runs one statement.
     *
     * @param sql the statement as written, with or without a closing semicolon
     * @param binds the values of its {@code ?}
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException with Snowflake's code, SQLSTATE and message if it
     *     is refused or fails; the statement has then changed nothing
     */
    Result execute(String sql, Binds binds);

    /** Runs one statement without binds. */
    default Result execute(String sql) {
        return execute(sql, Binds.NONE);
    }
}
