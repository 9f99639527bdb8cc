package dev.inverterflow.snowflake.local.protocol;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.FileTransfer;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.session.PendingQuery;
import dev.inverterflow.snowflake.local.session.QueryAnswer;
import dev.inverterflow.snowflake.local.session.QueryAnswer.SessionState;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a driver is told about a query: its answer, its error, or that it goes on. */
final class QueryReplies {

    private static final String IN_PROGRESS = "333333";
    private static final String IN_PROGRESS_ASYNC = "333334";

    /** As long as Snowflake keeps a driver waiting before it sends it to fetch the result later. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final String chunkAddress;

    /**
     * @param chunkAddress where the files of large results are served, to be followed by their names
     */
    QueryReplies(String chunkAddress) {
        this.chunkAddress = chunkAddress;
    }

    Reply started(PendingQuery query) {
        return goesOn(query, IN_PROGRESS_ASYNC, "Query execution in progress in asynchronous mode");
    }

    Reply awaited(PendingQuery query) throws InterruptedException {
        Optional<QueryAnswer> answer = query.await(PATIENCE);
        return answer.map(ended -> ended(query, ended))
                .orElseGet(() -> goesOn(query, IN_PROGRESS, "Query execution in progress"));
    }

    private Reply goesOn(PendingQuery query, String code, String message) {
        return Reply.pending(code, message, json -> {
            json.writeStartObject();
            json.writeStringField("queryId", query.queryId());
            json.writeStringField("getResultUrl", "/queries/" + query.queryId() + "/result");
            json.writeNumberField("queryAbortsAfterSecs", 300);
            json.writeEndObject();
        });
    }

    private Reply ended(PendingQuery query, QueryAnswer answer) {
        SnowflakeException error = answer.error();
        Result result = answer.result();
        if (error != null) {
            return failed(query, error);
        }
        if (result == null) {
            throw new IllegalStateException("an answer has a result or an error");
        }
        return Reply.ok(json -> {
            json.writeStartObject();
            json.writeStringField("queryId", query.queryId());
            json.writeNumberField("statementTypeId", result.type().wireId());
            writeState(json, answer.state());
            FileTransfer transfer = result.transfer();
            if (transfer == null) {
                writeResult(json, result, answer);
            } else {
                TransferJson.write(json, transfer);
            }
            json.writeEndObject();
        });
    }

    private static Reply failed(PendingQuery query, SnowflakeException error) {
        return Reply.error(error.paddedCode(), error.getMessage(), json -> {
            json.writeStartObject();
            json.writeBooleanField("internalError", false);
            json.writeStringField("errorCode", error.paddedCode());
            json.writeNumberField("age", 0);
            json.writeStringField("sqlState", error.sqlState());
            json.writeStringField("queryId", query.queryId());
            json.writeNumberField("line", error.line());
            json.writeNumberField("pos", error.position());
            json.writeStringField("type", "COMPILATION");
            json.writeEndObject();
        });
    }

    private static void writeState(JsonGenerator json, SessionState state) throws IOException {
        json.writeStringField("finalDatabaseName", state.database());
        json.writeStringField("finalSchemaName", state.schema());
        json.writeStringField("finalWarehouseName", state.warehouse());
        json.writeStringField("finalRoleName", state.role());
        ParameterJson.write(json, state.parameters());
    }

    private void writeResult(JsonGenerator json, Result result, QueryAnswer answer) throws IOException {
        RowsetJson.write(json, result, chunkAddress);
        json.writeNumberField("numberOfBinds", answer.numberOfBinds());
        writeBinds(json, answer.numberOfBinds());
        json.writeBooleanField("arrayBindSupported", result.type().arrayBindable());
        writeChildren(json, answer.children());
        // Selects the form in which TIMESTAMP_TZ carries its offset.
        json.writeNumberField("version", 1);
        json.writeStringField("queryResultFormat", "json");
        json.writeNumberField("sendResultTime", answer.endedAt().toEpochMilli());
        json.writeNullField("queryContext");
    }

    /**
     * One entry for each question mark; a type is not known before a value is bound, so each is a text. As Snowflake says, none
     * is nullable, though NULL may be bound (the driver's own tests expect it so).
     */
    private static void writeBinds(JsonGenerator json, int count) throws IOException {
        json.writeArrayFieldStart("metaDataOfBinds");
        for (int position = 1; position <= count; position++) {
            json.writeStartObject();
            json.writeStringField("name", String.valueOf(position));
            json.writeStringField("type", "text");
            json.writeBooleanField("nullable", false);
            json.writeNumberField("precision", 0);
            json.writeNumberField("scale", 0);
            json.writeNumberField("length", 0);
            json.writeNumberField("byteLength", 0);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeChildren(JsonGenerator json, List<PendingQuery> children) throws IOException {
        if (!children.isEmpty()) {
            json.writeStringField(
                    "resultIds", children.stream().map(PendingQuery::queryId).collect(Collectors.joining(",")));
            json.writeStringField(
                    "resultTypes", children.stream().map(QueryReplies::typeOf).collect(Collectors.joining(",")));
        }
    }

    private static String typeOf(PendingQuery child) {
        return child.answer()
                .map(QueryAnswer::result)
                .map(result -> String.valueOf(result.type().wireId()))
                .orElse("0");
    }
}
