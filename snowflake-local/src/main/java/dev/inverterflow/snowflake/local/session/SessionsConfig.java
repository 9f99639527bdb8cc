package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.authentication.Authenticator;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.engine.DuckDb;
import dev.inverterflow.snowflake.local.execution.DefinitionStore;
import dev.inverterflow.snowflake.local.execution.ServerAddress;
import dev.inverterflow.snowflake.local.rows.RowFiles;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What sessions stand on.
 *
 * @param administrator the user that may take every role
 * @param pool runs the queries; it must not have an upper bound, since a CALL waits for the queries of its body
 * @param rowFiles where the rows of large results are kept
 * @param definitions where definitions are kept; null if everything is in memory
 * @param address where the server listens; asked for only while it does
 * @param clock what CURRENT_TIMESTAMP tells
 */
public record SessionsConfig(
        Catalog catalog,
        DuckDb engine,
        Authenticator authenticator,
        String administrator,
        ExecutorService pool,
        RowFiles rowFiles,
        @Nullable DefinitionStore definitions,
        Supplier<ServerAddress> address,
        Clock clock) {}
