package dev.inverterflow.snowflake.local.session;

import java.time.Duration;

/**
 * What a driver gets for a login or a renewal.
 *
 * @param token for its requests
 * @param masterToken for renewals
 * @param state what is current in the session
 */
public record Login(long sessionId, String user, String token, String masterToken, QueryAnswer.SessionState state) {

    /** How long a token is good. */
    public static final Duration TOKEN_VALIDITY = Duration.ofHours(1);

    /** How long a master token is good. */
    public static final Duration MASTER_TOKEN_VALIDITY = Duration.ofHours(4);

    /** Names the session, never its tokens. */
    @Override
    public String toString() {
        return "Login[" + sessionId + "]";
    }
}
