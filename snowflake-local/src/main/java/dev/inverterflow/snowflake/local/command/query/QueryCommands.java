package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.ast.Command.ExecuteImmediate;
import dev.inverterflow.snowflake.local.ast.Command.ExplainLocal;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Delete;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Insert;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Merge;
import dev.inverterflow.snowflake.local.ast.DmlStatement.MultiTableInsert;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Truncate;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Update;
import dev.inverterflow.snowflake.local.ast.Inspection.DescribeResult;
import dev.inverterflow.snowflake.local.ast.Statement.QueryStatement;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;
import dev.inverterflow.snowflake.local.execution.StatementType;

/** Queries, DML, and what runs or explains them. */
public final class QueryCommands implements CommandSet {

    @Override
    public void register(CommandRegistry.Builder registry) {
        registry.add(QueryStatement.class, new SelectCommand())
                .add(Insert.class, new DmlCommand<Insert>(StatementType.INSERT))
                .add(MultiTableInsert.class, new DmlCommand<MultiTableInsert>(StatementType.MULTI_INSERT))
                .add(Update.class, new DmlCommand<Update>(StatementType.UPDATE))
                .add(Delete.class, new DmlCommand<Delete>(StatementType.DELETE))
                .add(Merge.class, new DmlCommand<Merge>(StatementType.MERGE))
                .add(Truncate.class, new TruncateCommand())
                .add(ExecuteImmediate.class, new ExecuteImmediateCommand())
                .add(DescribeResult.class, new DescribeResultCommand())
                .add(ExplainLocal.class, new ExplainLocalCommand());
    }
}
