package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.execution.CommandRegistry;
import dev.inverterflow.snowflake.local.execution.RelationProvider;
import dev.inverterflow.snowflake.local.execution.StatementGuard;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import dev.inverterflow.snowflake.local.warehouse.WarehouseMeter;
import java.util.List;

/** What the other packages bring to sessions. */
public record Contributions(
        CommandRegistry commands,
        List<RelationProvider> relations,
        List<SystemFunctionProvider> functions,
        List<TransactionParticipant> participants,
        StatementGuard guard,
        WarehouseMeter meter) {

    public Contributions {
        relations = List.copyOf(relations);
        functions = List.copyOf(functions);
        participants = List.copyOf(participants);
    }
}
