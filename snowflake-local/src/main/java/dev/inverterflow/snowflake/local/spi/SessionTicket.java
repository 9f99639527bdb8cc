package dev.inverterflow.snowflake.local.spi;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a handler's session needs to log in and be attached to the session of its caller.
 *
 * @param host host name or address of the server
 * @param port TCP port of the server, plain HTTP
 * @param account account name
 * @param user user name of the caller
 * @param password what the server accepts as the user's password
 * @param parameters session parameters that the login carries beside the usual ones, the attach ticket among them
 * @param database current database of the handler, {@code null} for none
 * @param schema current schema of the handler, {@code null} for none
 * @param warehouse current warehouse, {@code null} for none
 * @param role the role the handler runs as, {@code null} for the caller's
 */
public record SessionTicket(
        String host,
        int port,
        String account,
        String user,
        String password,
        Map<String, String> parameters,
        @Nullable String database,
        @Nullable String schema,
        @Nullable String warehouse,
        @Nullable String role) {

    public SessionTicket {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(account, "account");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
        parameters = Map.copyOf(parameters);
    }

    /** Names where and who, never the password nor the ticket. */
    @Override
    public String toString() {
        return "SessionTicket[" + user + "@" + host + ":" + port + "/" + account + "]";
    }
}
