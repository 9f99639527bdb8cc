package dev.inverterflow.snowflake.local.protocol;

import java.io.IOException;
import java.sql.SQLException;

/** One endpoint of the protocol. */
interface Endpoint {

    /** The path it answers, with everything below it. */
    String path();

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
