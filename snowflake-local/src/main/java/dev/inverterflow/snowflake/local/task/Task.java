package dev.inverterflow.snowflake.local.task;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param id what SHOW TASKS and the histories identify it by; new after OR REPLACE
 * @param warehouse where it runs; null if serverless
 * @param condition the text after WHEN; null without one
 * @param body the statement it runs, as written
 * @param properties the properties set on it, by upper-case name
 * @param sessionParameters the session parameters set for its runs, by upper-case name
 * @param lastSuspension when and why it was last suspended; null if never
 */
record Task(
        ObjectName name,
        String id,
        TaskSchedule schedule,
        @Nullable String warehouse,
        @Nullable String condition,
        String body,
        Map<String, String> properties,
        Map<String, String> sessionParameters,
        State state,
        @Nullable Suspension lastSuspension,
        String owner,
        Instant createdOn,
        String comment)
        implements SchemaObject, Owned<Task> {
    static final ObjectType<Task> KIND = new ObjectType<>("TASK", Task.class);

    private static final String DEFAULT_SIZE = "MEDIUM";
    private static final int DEFAULT_FAILURES = 10;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);

    /** When and why a task was suspended. */
    record Suspension(Instant time, Reason reason) {
        /** As SHOW TASKS prints it. */
        enum Reason {
            USER_SUSPENDED,
            SUSPENDED_DUE_TO_ERRORS
        }
    }

    /** Whether it runs by itself. */
    enum State {
        STARTED,
        SUSPENDED;

        /** As SHOW TASKS prints it. */
        String label() {
            return this == STARTED ? "started" : "suspended";
        }
    }

    Task {
        properties = Map.copyOf(properties);
        sessionParameters = Map.copyOf(sessionParameters);
    }

    Optional<String> property(String propertyName) {
        return Optional.ofNullable(properties.get(propertyName));
    }

    /** The warehouse size a serverless run is billed as; null on a warehouse. */
    @Nullable
    String serverlessSize() {
        return warehouse == null
                ? property("USER_TASK_MANAGED_INITIAL_WAREHOUSE_SIZE")
                        .orElse(DEFAULT_SIZE)
                        .toUpperCase(Locale.ROOT)
                : null;
    }

    /** After how many failures in a row it is suspended; 0 for never. */
    int failuresToSuspension() {
        return property("SUSPEND_TASK_AFTER_NUM_FAILURES").map(Integer::valueOf).orElse(DEFAULT_FAILURES);
    }

    /** How long one run may take. */
    Duration timeout() {
        return property("USER_TASK_TIMEOUT_MS")
                .map(text -> Duration.ofMillis(Long.parseLong(text)))
                .orElse(DEFAULT_TIMEOUT);
    }

    Task resumed() {
        return in(State.STARTED, lastSuspension);
    }

    Task suspended(Suspension suspension) {
        return in(State.SUSPENDED, suspension);
    }

    @Override
    public Task withOwner(String newOwner) {
        return new Task(
                name,
                id,
                schedule,
                warehouse,
                condition,
                body,
                properties,
                sessionParameters,
                state,
                lastSuspension,
                newOwner,
                createdOn,
                comment);
    }

    private Task in(State newState, @Nullable Suspension suspension) {
        return new Task(
                name,
                id,
                schedule,
                warehouse,
                condition,
                body,
                properties,
                sessionParameters,
                newState,
                suspension,
                owner,
                createdOn,
                comment);
    }
}
