package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.authentication.LoginMethod;
import dev.inverterflow.snowflake.local.execution.SessionVariable;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a driver asks for at login.
 *
 * @param client the driver's name and version, such as {@code JDBC 4.4.1}
 * @param method how it proves who the user is
 * @param proof the password, token or JWT it offers
 * @param parameters the session parameters it sends along, by upper-case name
 */
public record LoginRequest(
        String client,
        String user,
        LoginMethod method,
        String proof,
        @Nullable String database,
        @Nullable String schema,
        @Nullable String warehouse,
        @Nullable String role,
        Map<String, String> parameters) {

    public LoginRequest {
        parameters = Map.copyOf(parameters);
    }

    /**
     * The session variables among what the driver sends along, by their names without the dollar sign; each is a text.
     *
     * @param now when they are made
     * @see <a href="https://docs.snowflake.com/en/sql-reference/session-variables">Setting variables on connection</a>
     */
    Map<String, SessionVariable> variables(Instant now) {
        return parameters.entrySet().stream()
                .filter(given ->
                        given.getKey().startsWith("$") && given.getKey().length() > 1)
                .collect(Collectors.toMap(
                        given -> given.getKey().substring(1),
                        given -> new SessionVariable(Constant.text(given.getValue()), now, now)));
    }

    /** Names the user, never the proof. */
    @Override
    public String toString() {
        return "LoginRequest[" + user + "]";
    }
}
