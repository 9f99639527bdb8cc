package dev.inverterflow.snowflake.local.session;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The tickets with which a procedure's driver joins its caller's session. */
final class Tickets {

    private final Secrets secrets = new Secrets();
    private final Map<String, SessionEntry> entries = new ConcurrentHashMap<>();

    String issue(ServerSession session, Frame frame) {
        String ticket = secrets.next();
        entries.put(ticket, new SessionEntry(session, frame));
        return ticket;
    }

    Optional<SessionEntry> find(String ticket) {
        return Optional.ofNullable(entries.get(ticket));
    }

    void revoke(String ticket) {
        entries.remove(ticket);
    }
}
