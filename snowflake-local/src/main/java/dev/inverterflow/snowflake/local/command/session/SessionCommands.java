package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.ast.Command.AlterSession;
import dev.inverterflow.snowflake.local.ast.Command.Begin;
import dev.inverterflow.snowflake.local.ast.Command.Commit;
import dev.inverterflow.snowflake.local.ast.Command.Rollback;
import dev.inverterflow.snowflake.local.ast.Command.SetVariables;
import dev.inverterflow.snowflake.local.ast.Command.UnsetVariables;
import dev.inverterflow.snowflake.local.ast.Command.Use;
import dev.inverterflow.snowflake.local.ast.Inspection.DescribeTransaction;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.command.ListCommand;
import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.CommandSet;

/** The commands that change or show the session itself. */
public final class SessionCommands implements CommandSet {

    @Override
    public void register(CommandRegistry.Builder registry) {
        VariableCommands variables = new VariableCommands();
        registry.add(Use.class, new UseCommand())
                .add(AlterSession.class, new AlterSessionCommand())
                .add(SetVariables.class, variables.setting())
                .add(UnsetVariables.class, variables.unsetting())
                .show(ShowKind.VARIABLES, ListCommand.of(VariableCommands.COLUMNS, variables::show))
                .show(ShowKind.PARAMETERS, ListCommand.of(ShowParameters.COLUMNS, ShowParameters::rows))
                .show(ShowKind.LOCKS, new ShowLocks())
                .show(
                        ShowKind.TRANSACTIONS,
                        ListCommand.of(TransactionListing.TRANSACTIONS, TransactionListing::transactions))
                .add(DescribeTransaction.class, new DescribeTransactionCommand())
                .add(Begin.class, new TransactionCommand<>(TransactionCommand::begin))
                .add(Commit.class, new TransactionCommand<>(TransactionCommand::commit))
                .add(Rollback.class, new TransactionCommand<>(TransactionCommand::rollback));
    }
}
