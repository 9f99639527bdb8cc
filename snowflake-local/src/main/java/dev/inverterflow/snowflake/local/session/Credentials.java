package dev.inverterflow.snowflake.local.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Who may log in: one user by name, and every user that was created, all with the same secret, which the server gets at
 * its start.
 */
public record Credentials(String user, String secret) {

    boolean accepts(String offered) {
        return MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
    }

    /** Names the user, never the secret. */
    @Override
    public String toString() {
        return "Credentials[" + user + "]";
    }
}
