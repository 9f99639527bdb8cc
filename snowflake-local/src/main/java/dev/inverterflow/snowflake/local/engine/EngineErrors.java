package dev.inverterflow.snowflake.local.engine;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns DuckDB's errors at run time into Snowflake's, and logs those that no rule foresees. */
public final class EngineErrors {

    private static final Logger log = LoggerFactory.getLogger(EngineErrors.class);

    private EngineErrors() {}

    /** The Snowflake error for this failure of the engine. None of DuckDB's text is passed on to the client. */
    public static SnowflakeException translate(SQLException failure) {
        SnowflakeException translated = dev.inverterflow.snowflake.local.emission.EngineErrors.translate(failure);
        if (translated.code() == dev.inverterflow.snowflake.local.emission.EngineErrors.UNFORESEEN) {
            log.warn("The engine refused what was emitted for a statement", failure);
        }
        return translated;
    }
}
