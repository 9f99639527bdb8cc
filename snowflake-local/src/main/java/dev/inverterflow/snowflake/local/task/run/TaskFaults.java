package dev.inverterflow.snowflake.local.task.run;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Failures that a test has ordered for the next runs of a task. */
public final class TaskFaults {
    private record Order(int times, String message) {}

    private final Map<String, Order> orders = new ConcurrentHashMap<>();

    /**
     * Lets the next runs of a task fail before their statement begins.
     *
     * @param task its name without database and schema
     */
    public void failNextRuns(String task, int times, String message) {
        orders.put(task.toUpperCase(Locale.ROOT), new Order(times, message));
    }

    void check(String task) {
        var order = orders.remove(task.toUpperCase(Locale.ROOT));
        if (order == null || order.times() == 0) {
            return;
        }
        orders.putIfAbsent(task.toUpperCase(Locale.ROOT), new Order(order.times() - 1, order.message()));
        throw new SnowflakeException(300_002, "XX000", order.message());
    }
}
