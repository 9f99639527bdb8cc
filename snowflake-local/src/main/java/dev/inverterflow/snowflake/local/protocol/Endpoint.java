package dev.inverterflow.snowflake.local.protocol;

import java.io.IOException;
import java.sql.SQLException;

/** One endpoint of the protocol. */
interface Endpoint {

    /** The path it answers; with everything below it, if it ends with a slash. */
    String path();

    /** The HTTP method it answers to. */
    default String method() {
        return "POST";
    }

    /** Whether it answers to a path that begins with its own. */
    default boolean answersTo(String path) {
        return path().endsWith("/") || path.equals(path());
    }

    /**
     * Answers a request.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException for what the client gets as an error
     * @throws SQLException if the engine fails
     * @throws IOException if the request cannot be read
     * @throws InterruptedException if the server is being stopped
     */
    Reply answer(WireRequest request) throws SQLException, IOException, InterruptedException;
}
