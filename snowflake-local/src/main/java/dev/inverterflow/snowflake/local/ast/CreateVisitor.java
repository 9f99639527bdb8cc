package dev.inverterflow.snowflake.local.ast;

/** One method per kind of CREATE, so that none can be forgotten. */
public interface CreateVisitor<R> {
    R visitDatabase(CreateStatement.CreateDatabase create);

    R visitSchema(CreateStatement.CreateSchema create);

    R visitTable(CreateStatement.CreateTable create);

    R visitView(CreateStatement.CreateView create);

    R visitSequence(CreateStatement.CreateSequence create);

    R visitFileFormat(CreateStatement.CreateFileFormat create);

    R visitStage(CreateStatement.CreateStage create);

    R visitStream(CreateStatement.CreateStream create);

    R visitPipe(CreateStatement.CreatePipe create);

    R visitTask(CreateStatement.CreateTask create);

    R visitAlert(CreateStatement.CreateAlert create);

    R visitProcedure(CreateRoutine.CreateProcedure create);

    R visitFunction(CreateRoutine.CreateFunction create);

    R visitWarehouse(CreateAccountObject.CreateWarehouse create);

    R visitResourceMonitor(CreateAccountObject.CreateResourceMonitor create);

    R visitRole(CreateAccountObject.CreateRole create);

    R visitUser(CreateAccountObject.CreateUser create);

    R visitIntegration(CreateAccountObject.CreateIntegration create);
}
