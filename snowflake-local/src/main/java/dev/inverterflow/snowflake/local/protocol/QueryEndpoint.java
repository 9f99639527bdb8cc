package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.session.PendingQuery;
import dev.inverterflow.snowflake.local.session.QueryRequest;
import dev.inverterflow.snowflake.local.session.QueryRequest.Mode;
import dev.inverterflow.snowflake.local.session.Sessions;

/** Runs a statement. */
final class QueryEndpoint implements Endpoint {

    private final Sessions sessions;
    private final QueryReplies replies;

    QueryEndpoint(Sessions sessions, QueryReplies replies) {
        this.sessions = sessions;
        this.replies = replies;
    }

    @Override
    public String path() {
        return "/queries/v1/query-request";
    }

    @Override
    public Reply answer(WireRequest request) throws InterruptedException {
        QueryRequest wanted = query(request);
        PendingQuery query = sessions.submit(sessions.require(request.token()), wanted);
        return wanted.async() ? replies.started(query) : replies.awaited(query);
    }

    private static QueryRequest query(WireRequest request) {
        JsonNode body = request.body();
        String sql = WireRequest.text(body, "sqlText")
                .orElseThrow(() -> WireRequest.badRequest("The field sqlText of the request is missing."));
        WireRequest.text(body, "bindStage").ifPresent(stage -> {
            throw Errors.notSupported("binds of a batch in a stage");
        });
        return new QueryRequest(
                request.parameter("requestId").orElse(""),
                sql,
                BindsJson.read(WireRequest.object(body, "bindings")),
                WireRequest.flag(body, "describeOnly") ? Mode.DESCRIBE : Mode.RUN,
                WireRequest.flag(body, "asyncExec"),
                WireRequest.settings(body, "parameters"));
    }
}
