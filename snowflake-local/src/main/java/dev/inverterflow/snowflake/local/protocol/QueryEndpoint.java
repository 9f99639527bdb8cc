package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.inverterflow.snowflake.local.session.PendingQuery;
import dev.inverterflow.snowflake.local.session.QueryRequest;
import dev.inverterflow.snowflake.local.session.QueryRequest.Mode;
import dev.inverterflow.snowflake.local.session.Sessions;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

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
        PendingQuery query = sessions.submit(sessions.require(request.token()), query(request));
        boolean async = request.body().path("asyncExec").asBoolean(false);
        return async ? replies.started(query) : replies.awaited(query);
    }

    private static QueryRequest query(WireRequest request) {
        JsonNode body = request.body();
        return new QueryRequest(
                request.parameter("requestId").orElse(""),
                body.path("sqlText").asText(""),
                BindsJson.read(body.path("bindings")),
                body.path("describeOnly").asBoolean(false) ? Mode.DESCRIBE : Mode.RUN,
                parameters(body.path("parameters")));
    }

    private static Map<String, String> parameters(JsonNode node) {
        Map<String, String> values = new HashMap<>();
        node.properties()
                .forEach(field -> values.put(
                        field.getKey().toUpperCase(Locale.ROOT),
                        field.getValue().asText()));
        return values;
    }
}
