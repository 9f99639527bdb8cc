package dev.inverterflow.snowflake.local.load;

import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoLocation;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import dev.inverterflow.snowflake.local.load.copy.CopyCommand;
import dev.inverterflow.snowflake.local.load.copy.CopyRules;
import dev.inverterflow.snowflake.local.load.copy.ExternalFiles;
import dev.inverterflow.snowflake.local.load.copy.LoadHistory;
import dev.inverterflow.snowflake.local.load.copy.StageNames;
import dev.inverterflow.snowflake.local.load.copy.StageRelations;
import dev.inverterflow.snowflake.local.load.copy.StagedRows;
import dev.inverterflow.snowflake.local.load.copy.Truncations;
import dev.inverterflow.snowflake.local.load.pipe.PendingFiles;
import dev.inverterflow.snowflake.local.load.pipe.PipeCommands;
import dev.inverterflow.snowflake.local.load.pipe.PipeErrors;
import dev.inverterflow.snowflake.local.load.pipe.PipeFunctions;
import dev.inverterflow.snowflake.local.load.pipe.PipeLoader;
import dev.inverterflow.snowflake.local.load.pipe.PipeRefresh;
import dev.inverterflow.snowflake.local.load.pipe.PipeRules;
import dev.inverterflow.snowflake.local.load.pipe.PipeService;
import dev.inverterflow.snowflake.local.load.store.S3Endpoint;
import dev.inverterflow.snowflake.local.load.store.S3Stores;
import dev.inverterflow.snowflake.local.load.unload.UnloadCommand;
import dev.inverterflow.snowflake.local.stage.ExternalStageFiles;
import dev.inverterflow.snowflake.local.stage.InternalStages;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Loading as the server is put together with it: external stages, COPY INTO, pipes.
 *
 * <p>Sessions need what this brings before it can be made, and it needs sessions before it can load; hence the order: make
 * it, give its commands and providers to the sessions, {@linkplain #start start} it.
 */
public final class LoadPart implements AutoCloseable {
    private final S3Stores stores;
    private final StageNames stages;
    private final StagedRows stagedRows = new StagedRows();
    private final StageRelations relations;
    private final PipeErrors errors;
    private final PipeService pipes;
    private final SystemSessions sessions;
    private final Truncations truncations;

    /**
     * Loading for one server.
     *
     * @param endpoint where the buckets of external stages are; empty if there are none
     * @param internal where the files of internal stages are
     * @param pending what pipes have been told of and not loaded yet
     * @param account the account name, once the server listens
     * @param sessions asked for the first session after {@link #start}
     */
    public LoadPart(
            Catalog catalog,
            SystemSessions sessions,
            Clock clock,
            Optional<S3Endpoint> endpoint,
            InternalStages internal,
            PendingFiles pending,
            Supplier<String> account) {
        this.sessions = sessions;
        truncations = new Truncations(catalog, clock);
        stores = new S3Stores(endpoint);
        stages = new StageNames(stores, internal);
        relations = new StageRelations(stages, stagedRows);
        errors = new PipeErrors(catalog, clock, account);
        pipes = new PipeService(catalog, new PipeLoader(sessions, stages, relations), errors, pending, clock);
    }

    /** Prepares the engine: the load history and the function that staged rows are read through. */
    public void prepare(Connection connection) throws SQLException {
        LoadHistory.createTables(connection);
        stagedRows.register(connection);
    }

    public CommandSet commands() {
        var copyRules = new CopyRules(stages, relations);
        var pipeCommands = new PipeCommands(pipes, new PipeRules(stages, copyRules), new PipeRefresh(pipes, stages));
        var copy = new CopyCommand(stages, relations, copyRules, sessions);
        return (CommandRegistry.Builder registry) -> {
            pipeCommands.register(registry);
            registry.add(CopyIntoTable.class, copy);
            registry.add(CopyIntoLocation.class, new UnloadCommand(stages));
        };
    }

    /** Files of external stages for LIST and REMOVE. */
    public ExternalStageFiles files() {
        return new ExternalFiles(stages);
    }

    public RelationProvider relations() {
        return relations;
    }

    /** To be told of truncations. */
    public TransactionParticipant participant() {
        return truncations;
    }

    public SystemFunctionProvider functions() {
        return new PipeFunctions(pipes);
    }

    /** Starts to load what comes. */
    public void start() {
        pipes.start();
    }

    /** Takes an S3 event notification. One that is none is counted and dropped. */
    public void deliver(String message) {
        pipes.deliver(message);
    }

    /** How many messages were no S3 event notifications. */
    public long malformedMessages() {
        return pipes.malformedMessages();
    }

    /** What pipes with an ERROR_INTEGRATION have reported, oldest first, each a JSON text. */
    public List<String> errorNotifications() {
        return errors.messages();
    }

    /** Whose wall clock METADATA$FILE_LAST_MODIFIED is from now on. */
    public void fileTimesIn(ZoneId zone) {
        stagedRows.fileTimesIn(zone);
    }

    /** Whether nothing is being loaded and nothing waits that could be. */
    public boolean idle() {
        return pipes.idle();
    }

    /** Finishes the load that is going on and stops. */
    @Override
    public void close() {
        pipes.close();
        stores.close();
    }
}
