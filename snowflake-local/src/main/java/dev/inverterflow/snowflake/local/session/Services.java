package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.engine.DuckDb;
import dev.inverterflow.snowflake.local.execution.DefinitionStore;
import dev.inverterflow.snowflake.local.execution.ServerAddress;
import dev.inverterflow.snowflake.local.rows.RowFiles;
import dev.inverterflow.snowflake.local.transaction.Transactions;
import java.time.Clock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all sessions of a server share.
 *
 * @param contributions what the other packages bring; there once the server is put together, since some of them run
 *     statements themselves
 * @param definitions where definitions are kept; null if everything is in memory
 * @param address where the server listens; known once it does
 */
record Services(
        Catalog catalog,
        DuckDb engine,
        Supplier<Contributions> contributions,
        Transactions transactions,
        QueryLog log,
        QueryService queries,
        Tickets tickets,
        RoleRules roles,
        RowFiles rowFiles,
        @Nullable DefinitionStore definitions,
        Supplier<ServerAddress> address,
        Clock clock) {}
