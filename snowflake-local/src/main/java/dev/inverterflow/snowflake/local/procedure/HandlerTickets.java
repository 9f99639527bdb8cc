package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.execution.CallScope;
import dev.inverterflow.snowflake.local.execution.ServerAddress;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.spi.SessionTicket;
import java.util.Map;

/** What a handler's driver logs in with. */
final class HandlerTickets {

    private HandlerTickets() {}

    /** The scope has already made the procedure's database, schema and role the current ones, where its rights ask so. */
    static SessionTicket of(SessionContext session, CallScope scope) {
        ServerAddress server = scope.server();
        return new SessionTicket(
                server.host(),
                server.port(),
                server.account(),
                session.user(),
                scope.ticket(),
                Map.of(CallScope.TICKET_PARAMETER, scope.ticket()),
                session.database().orElse(null),
                session.schema().map(SchemaName::schema).orElse(null),
                session.warehouse().orElse(null),
                session.role());
    }
}
