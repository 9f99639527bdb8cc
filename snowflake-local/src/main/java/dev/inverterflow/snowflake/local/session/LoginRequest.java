package dev.inverterflow.snowflake.local.session;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a driver asks for at login.
 *
 * @param secret the password or token it offers
 * @param parameters the session parameters it sends along, by upper-case name
 */
public record LoginRequest(
        String user,
        String secret,
        @Nullable String database,
        @Nullable String schema,
        @Nullable String warehouse,
        @Nullable String role,
        Map<String, String> parameters) {

    public LoginRequest {
        parameters = Map.copyOf(parameters);
    }

    /** Names the user, never the secret. */
    @Override
    public String toString() {
        return "LoginRequest[" + user + "]";
    }
}
