package dev.inverterflow.snowflake.local.analysis;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a statement may ask about the session it runs in, frozen for the time of the statement.
 *
 * @param database current database; null if none
 * @param schema current schema; null if none
 * @param role current role
 * @param user the user
 * @param warehouse current warehouse; null if none
 * @param account the account's locator
 * @param sessionId the session's number
 * @param version the version that CURRENT_VERSION tells
 * @param client the driver and its version that CURRENT_CLIENT tells; null if nobody logged in, as in a task
 * @param timeZone the session's TIMEZONE
 * @param now the statement's clock: every CURRENT_TIMESTAMP and SYSDATE of the statement gives it
 * @param statementId the query id of the statement itself
 * @param queryIds ids of earlier statements of the session, oldest first
 * @param variables session variables by upper-case name
 * @param parameters session parameters in force by upper-case name, such as TIMESTAMP_NTZ_OUTPUT_FORMAT; absent means
 *     Snowflake's default
 */
public record SessionFacts(
        @Nullable String database,
        @Nullable String schema,
        String role,
        String user,
        @Nullable String warehouse,
        String account,
        long sessionId,
        String version,
        @Nullable String client,
        ZoneId timeZone,
        Instant now,
        String statementId,
        List<String> queryIds,
        Map<String, Constant> variables,
        Map<String, String> parameters) {
    public SessionFacts {
        queryIds = List.copyOf(queryIds);
        variables = Map.copyOf(variables);
        parameters = Map.copyOf(parameters);
    }
}
