package dev.inverterflow.snowflake.local.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A message that would have been sent.
 *
 * @param time when, by the server's clock
 * @param integration the notification integration it went through
 * @param to the recipients; empty if it went to a queue
 * @param cc those of the copy
 * @param bcc those of the hidden copy
 * @param subject empty if it went to a queue
 * @param contentType {@code text/plain}, {@code text/html} or {@code application/json}
 */
public record Notification(
        Instant time,
        String integration,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        String subject,
        String contentType,
        String content) {

    /** Copies the lists. */
    public Notification {
        Objects.requireNonNull(time, "time");
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
    }
}
