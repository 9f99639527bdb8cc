package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.authentication.LoginMethod;
import java.util.Map;
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

    /** Names the user, never the proof. */
    @Override
    public String toString() {
        return "LoginRequest[" + user + "]";
    }
}
