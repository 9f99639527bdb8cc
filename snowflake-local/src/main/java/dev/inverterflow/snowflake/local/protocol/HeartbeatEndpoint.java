package dev.inverterflow.snowflake.local.protocol;

import dev.inverterflow.snowflake.local.session.Sessions;

/** Tells a driver whether its session is still there. */
final class HeartbeatEndpoint implements Endpoint {

    private final Sessions sessions;

    HeartbeatEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return "/session/heartbeat";
    }

    @Override
    public Reply answer(WireRequest request) {
        sessions.require(request.token());
        return Reply.ok();
    }
}
