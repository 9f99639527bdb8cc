package dev.inverterflow.snowflake.local.protocol;

import dev.inverterflow.snowflake.local.session.Sessions;
import java.sql.SQLException;

/** Ends a login. */
final class SessionEndpoint implements Endpoint {

    private final Sessions sessions;

    SessionEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return "/session";
    }

    @Override
    public Reply answer(WireRequest request) throws SQLException {
        if (!request.parameter("delete").filter("true"::equals).isPresent()) {
            throw WireRequest.badRequest("not supported by snowflake-local: " + request.path());
        }
        sessions.logout(sessions.require(request.token()));
        return Reply.ok();
    }
}
