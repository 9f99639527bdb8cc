package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.session.PendingQuery;
import dev.inverterflow.snowflake.local.session.QueryAnswer;
import dev.inverterflow.snowflake.local.session.Sessions;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells how far a query is: {@code GET /monitoring/queries/<id>}. Of an id that is unknown it has nothing to tell, which
 * clients take for a query that is still to come; a text that cannot be an id is refused, or they would ask for ever.
 */
final class MonitoringEndpoint implements Endpoint {

    private static final Pattern QUERY_ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final Sessions sessions;

    MonitoringEndpoint(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String path() {
        return "/monitoring/queries/";
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public Reply answer(WireRequest request) {
        sessions.require(request.token());
        String queryId = request.pathPartFromEnd(0);
        if (!QUERY_ID.matcher(queryId).matches()) {
            throw new SnowflakeException(709, "02000", "Statement " + queryId + " not found");
        }
        Optional<PendingQuery> query = sessions.find(queryId);
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("queries");
            if (query.isPresent()) {
                write(json, query.get());
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private static void write(JsonGenerator json, PendingQuery query) throws IOException {
        Optional<QueryAnswer> answer = query.answer();
        SnowflakeException error = answer.map(QueryAnswer::error).orElse(null);
        long start = query.startedAt().toEpochMilli();
        long end = answer.map(ended -> ended.endedAt().toEpochMilli()).orElse(0L);
        json.writeStartObject();
        json.writeStringField("id", query.queryId());
        json.writeStringField("status", status(answer));
        json.writeStringField("state", status(answer));
        json.writeStringField("errorCode", error == null ? null : error.paddedCode());
        json.writeStringField("errorMessage", error == null ? null : error.getMessage());
        json.writeStringField("sqlText", query.sql());
        json.writeNumberField("startTime", start);
        json.writeNumberField("endTime", end);
        json.writeNumberField("totalDuration", answer.isPresent() ? end - start : 0);
        json.writeNumberField("sessionId", query.sessionId());
        json.writeEndObject();
    }

    private static String status(Optional<QueryAnswer> answer) {
        if (answer.isEmpty()) {
            return "RUNNING";
        }
        return answer.get().error() == null ? "SUCCESS" : "FAILED_WITH_ERROR";
    }
}
