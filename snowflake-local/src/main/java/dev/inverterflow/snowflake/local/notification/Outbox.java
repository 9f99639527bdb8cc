package dev.inverterflow.snowflake.local.notification;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last messages that would have been sent, oldest first. */
public final class Outbox {
    private static final int MOST = 10_000;

    private final Deque<Notification> messages = new ArrayDeque<>();

    /** Keeps a message; the oldest one goes if there are too many. */
    public synchronized void add(Notification message) {
        messages.add(message);
        if (messages.size() > MOST) {
            messages.remove();
        }
    }

    /** All that are kept. */
    public synchronized List<Notification> messages() {
        return List.copyOf(messages);
    }
}
