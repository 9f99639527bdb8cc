package dev.inverterflow.snowflake.local.protocol;

import dev.inverterflow.snowflake.local.session.Pass;
import dev.inverterflow.snowflake.local.session.PendingQuery;
import dev.inverterflow.snowflake.local.session.Sessions;
import java.sql.SQLException;
import java.util.Optional;

/** Stops the query of an earlier request. */
final class AbortEndpoint implements Endpoint {

    private final Sessions sessions;

    AbortEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return "/queries/v1/abort-request";
    }

    @Override
    public Reply answer(WireRequest request) throws SQLException {
        Pass pass = sessions.require(request.token());
        Optional<PendingQuery> query = sessions.findRequest(
                pass, WireRequest.text(request.body(), "requestId").orElse(""));
        if (query.isPresent()) {
            query.get().cancel();
        }
        return Reply.ok();
    }
}
