package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Command.CallProcedure;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.CreateFunction;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.CreateProcedure;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.event.Events;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.SystemSessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/** The commands of stored procedures, and the library they are run on. */
public final class Procedures implements CommandSet, AutoCloseable {

    private final HandlerLibrary library;
    private final ImportLoaders loaders;
    private final ProcedureImports imports;
    private final InlineSources sources;
    private final HandlerFiles files;
    private final FunctionCalls functions;
    private final TableFunctionCalls tables;
    private final Events events;

    /**
     * @param directory the jars that handlers run on; may be missing as long as nothing is called
     * @param folders where staged jars are
     * @param events takes what handlers log
     * @param clock tells whether a staged jar has rested long enough for its hash to be remembered
     */
    public Procedures(RuntimeDirectory directory, StageFolders folders, Events events, Clock clock) {
        this.events = events;
        this.library = new HandlerLibrary(directory);
        this.imports = new ProcedureImports(folders);
        this.loaders = new ImportLoaders(clock);
        this.sources = new InlineSources(directory);
        this.files = new HandlerFiles(imports, sources);
        FunctionLogs logs = new FunctionLogs(events);
        this.functions = new FunctionCalls(library, loaders, files, logs);
        this.tables = new TableFunctionCalls(library, loaders, files, logs);
    }

    /** Makes the engine call user-defined functions; once, before any session. */
    public void prepare(Connection engine) throws SQLException {
        functions.install(engine);
        tables.install(engine);
    }

    /** The user-defined functions that queries can call, and the packages that handlers can name. */
    public List<RelationProvider> relations() {
        return List.of(functions, tables, new PackagesView(library), events.relations());
    }

    /**
     * Loads the library in the background, so that the first CALL finds it in place. To be called when the server listens;
     * does nothing if there is no library.
     */
    public void preload(SystemSessions sessions) {
        if (library.exists()) {
            Thread thread = new Thread(new Rehearsal(library, sessions), "snowflake-local-snowpark-preload");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(CreateProcedure.class, new CreateProcedureCommand(new ProcedureDefinition(imports, sources)))
                .add(CreateFunction.class, new CreateFunctionCommand(imports, files))
                .alter(ObjectKind.FUNCTION, new AlterFunctionCommand())
                .alter(ObjectKind.PROCEDURE, new AlterProcedureCommand())
                .drop(ObjectKind.FUNCTION, new DropFunctionCommand())
                .add(CallProcedure.class, new CallCommand(new ProcedureCalls(library, loaders, files, events)))
                .drop(ObjectKind.PROCEDURE, new DropProcedureCommand())
                .describe(ObjectKind.FUNCTION, new DescribeFunctionCommand())
                .describe(ObjectKind.PROCEDURE, new DescribeProcedureCommand())
                .show(ShowKind.PROCEDURES, new ShowProceduresCommand())
                .show(ShowKind.USER_PROCEDURES, new ShowProceduresCommand())
                .show(ShowKind.FUNCTIONS, new ShowFunctionsCommand())
                .show(ShowKind.USER_FUNCTIONS, new ShowFunctionsCommand())
                .show(ShowKind.BUILTIN_FUNCTIONS, new ShowFunctionsCommand())
                .show(ShowKind.EXTERNAL_FUNCTIONS, new ShowFunctionsCommand());
    }

    /** Closes loaders and library; no procedure may be running. */
    @Override
    public void close() {
        functions.close();
        tables.close();
        loaders.close();
        library.close();
        sources.close();
    }
}
