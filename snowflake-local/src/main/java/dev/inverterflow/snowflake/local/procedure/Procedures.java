package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Command.CallProcedure;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.CreateProcedure;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import java.time.Clock;

/** The commands of stored procedures, and the library they are run on. */
public final class Procedures implements CommandSet, AutoCloseable {

    private final HandlerLibrary library;
    private final ImportLoaders loaders;
    private final ProcedureImports imports;

    /**
     * @param library what handlers run on; closed with this
     * @param clock tells whether a file on a stage has rested long enough for its hash to be remembered
     */
    Procedures(HandlerLibrary library, ProcedureImports imports, Clock clock) {
        this.library = library;
        this.imports = imports;
        this.loaders = new ImportLoaders(clock);
    }

    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(CreateProcedure.class, new CreateProcedureCommand(new ProcedureDefinition(imports)))
                .add(CallProcedure.class, new CallCommand(new ProcedureCalls(library, loaders, imports)))
                .drop(ObjectKind.PROCEDURE, new DropProcedureCommand())
                .describe(ObjectKind.PROCEDURE, new DescribeProcedureCommand());
    }

    /** Closes loaders and library; no procedure may be running. */
    @Override
    public void close() {
        loaders.close();
        library.close();
    }
}
