package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Which token stands for which login, and until when. */
final class Tokens {

    private record Holder(Pass pass, long expiresAtNanos) {}

    private final Secrets secrets = new Secrets();
    private final Map<String, Holder> tokens = new ConcurrentHashMap<>();
    private final Map<String, Holder> masterTokens = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;

    /**
     * @param nanoTime a clock that only goes forward; not the session's, which tests may move
     */
    Tokens(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    String issue(Pass pass) {
        return issue(tokens, pass, Login.TOKEN_VALIDITY);
    }

    String issueMaster(Pass pass) {
        return issue(masterTokens, pass, Login.MASTER_TOKEN_VALIDITY);
    }

    /**
     * The login this token stands for.
     *
     * @throws SnowflakeException 390112 if it has expired, which makes drivers renew it; 390111 if there is none
     */
    Pass require(String token) {
        return require(tokens, token, 390112, "Your session has expired. Please login again.");
    }

    /**
     * The login this master token stands for.
     *
     * @throws SnowflakeException 390114 if it has expired; 390111 if there is none
     */
    Pass requireMaster(String token) {
        return require(
                masterTokens, token, 390114, "Authentication token has expired. The user must authenticate again.");
    }

    void revoke(Pass pass) {
        tokens.values().removeIf(holder -> holder.pass().equals(pass));
        masterTokens.values().removeIf(holder -> holder.pass().equals(pass));
    }

    /** Ends all logins to a session, those of the handlers that it runs, too. */
    void revoke(ServerSession session) {
        tokens.values().removeIf(holder -> holder.pass().entry().session() == session);
        masterTokens.values().removeIf(holder -> holder.pass().entry().session() == session);
    }

    void revoke(String token) {
        tokens.remove(token);
    }

    /** Lets all tokens expire; the master tokens stay good. */
    void expireAll() {
        long now = nanoTime.getAsLong();
        tokens.replaceAll((token, holder) -> new Holder(holder.pass(), now));
    }

    private String issue(Map<String, Holder> into, Pass pass, Duration validity) {
        String token = secrets.next();
        into.put(token, new Holder(pass, nanoTime.getAsLong() + validity.toNanos()));
        return token;
    }

    private Pass require(Map<String, Holder> from, String token, int expiredCode, String expiredMessage) {
        Holder holder = from.get(token);
        if (holder == null) {
            throw new SnowflakeException(
                    390111, "08001", "Session no longer exists. New login required to access the service.");
        }
        if (nanoTime.getAsLong() - holder.expiresAtNanos() >= 0) {
            throw new SnowflakeException(expiredCode, "08001", expiredMessage);
        }
        return holder.pass();
    }
}
