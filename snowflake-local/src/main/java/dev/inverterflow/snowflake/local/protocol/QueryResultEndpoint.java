package dev.inverterflow.snowflake.local.protocol;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.session.Sessions;

/** Gives the answer of a query that was started earlier: {@code GET /queries/<id>/result}. */
final class QueryResultEndpoint implements Endpoint {

    private final Sessions sessions;
    private final QueryReplies replies;

    QueryResultEndpoint(Sessions sessions, QueryReplies replies) {
        this.sessions = sessions;
        this.replies = replies;
    }

    @Override
    public String path() {
        return "/queries/";
    }

    @Override
    public String method() {
        return "GET";
    }

    @Override
    public Reply answer(WireRequest request) throws InterruptedException {
        sessions.require(request.token());
        String queryId = request.pathPartFromEnd(1);
        return replies.awaited(sessions.find(queryId)
                .orElseThrow(() -> new SnowflakeException(
                        612, "02000", "Result for query " + queryId + " has expired or does not exist")));
    }
}
