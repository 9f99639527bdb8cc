package dev.inverterflow.snowflake.local.load.pipe;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.load.copy.FileLoad;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What pipes with an ERROR_INTEGRATION report of files that failed: the messages that Snowflake would publish to the topic,
 * kept here for whoever asks, the latest {@link #KEPT} of them.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/data-load-snowpipe-errors-sns">Snowpipe error notifications for
 *     Amazon SNS</a>
 */
public final class PipeErrors {
    private static final int KEPT = 10_000;
    private static final int FILES_IN_A_MESSAGE = 100;

    private final Catalog catalog;
    private final Clock clock;
    private final Supplier<String> account;
    private final Deque<String> messages = new ArrayDeque<>();

    public PipeErrors(Catalog catalog, Clock clock, Supplier<String> account) {
        this.catalog = catalog;
        this.clock = clock;
        this.account = account;
    }

    /** The messages so far, oldest first, each a JSON text. */
    public synchronized List<String> messages() {
        return List.copyOf(messages);
    }

    /** Reports the failed ones of these files if the pipe has an integration that is there and enabled. */
    void report(Pipe pipe, List<FileLoad> loads) {
        var failed = loads.stream().filter(load -> load.fault() != null).toList();
        if (failed.isEmpty() || !enabled(pipe)) {
            return;
        }
        for (int from = 0; from < failed.size(); from += FILES_IN_A_MESSAGE) {
            keep(message(pipe, failed.subList(from, Math.min(failed.size(), from + FILES_IN_A_MESSAGE))));
        }
    }

    private boolean enabled(Pipe pipe) {
        var integration = pipe.errorIntegration();
        return integration != null
                && catalog.account(AccountType.INTEGRATION)
                        .find(integration)
                        .filter(found -> Boolean.parseBoolean(found.properties().getOrDefault("ENABLED", "FALSE")))
                        .isPresent();
    }

    private synchronized void keep(String message) {
        messages.addLast(message);
        if (messages.size() > KEPT) {
            messages.removeFirst();
        }
    }

    private String message(Pipe pipe, List<FileLoad> failed) {
        var message = JsonNodeFactory.instance.objectNode();
        message.put("version", "1.0");
        message.put("messageId", UUID.randomUUID().toString());
        message.put("messageType", "INGEST_FAILED_FILE");
        message.put("timestamp", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        message.put("accountName", account.get());
        message.put("pipeName", pipe.name().toString());
        message.put("tableName", pipe.table().toString());
        message.put(
                "stageLocation",
                Objects.requireNonNullElse(
                        pipe.source().url(), "@" + pipe.source().stage()));
        var files = message.putArray("messages");
        failed.forEach(load -> files.addObject()
                .put("fileName", load.file().location().path())
                .put("firstError", Objects.requireNonNull(load.fault()).message()));
        return message.toString();
    }
}
