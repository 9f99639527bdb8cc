package dev.inverterflow.snowflake.local.protocol;

import dev.inverterflow.snowflake.local.session.Sessions;
import java.util.List;

/** All endpoints of the protocol. */
final class Endpoints {

    private Endpoints() {}

    static List<Endpoint> all(Sessions sessions, QueryReplies replies) {
        return List.of(
                new LoginEndpoint(sessions),
                new TokenEndpoint(sessions),
                new HeartbeatEndpoint(sessions),
                new SessionEndpoint(sessions),
                new QueryEndpoint(sessions, replies),
                new QueryResultEndpoint(sessions, replies),
                new MonitoringEndpoint(sessions),
                new AbortEndpoint(sessions),
                new TelemetryEndpoint());
    }
}
