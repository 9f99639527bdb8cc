package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert.
 *
 * @param id tells it from one of the same name before or after it
 * @param condition the statement inside of EXISTS, as written
 * @param action the statement after THEN, as written
 * @param newRows what an alert on new data reads instead of its table; null for an alert on a schedule
 * @param properties the properties set on it, by upper-case name
 * @param status whether it runs
 */
public record Alert(
        ObjectName name,
        String id,
        String condition,
        String action,
        @Nullable NewRowsCondition newRows,
        Map<String, String> properties,
        Status status,
        String owner,
        Instant createdOn)
        implements SchemaObject, Owned<Alert> {
    public static final ObjectType<Alert> KIND = new ObjectType<>("ALERT", Alert.class);
    static final Duration SHORTEST_INTERVAL = Duration.ofMinutes(1);

    public Alert {
        properties = Map.copyOf(properties);
    }

    /**
     * Whether an alert runs.
     *
     * @param since when it was resumed; null while it is suspended
     * @param autoSuspended whether too many failures suspended it; null if they never did
     */
    public record Status(@Nullable Instant since, @Nullable Boolean autoSuspended) {
        static final Status NEW = new Status(null, null);

        Status resumed(Instant now) {
            return new Status(now, autoSuspended == null ? null : false);
        }

        Status suspended() {
            return new Status(null, autoSuspended);
        }

        Status suspendedByFailures() {
            return new Status(null, true);
        }
    }

    boolean started() {
        return status.since() != null;
    }

    Optional<Schedule> schedule() {
        return property(AlertProperties.SCHEDULE).map(text -> Schedule.parse(text, SHORTEST_INTERVAL));
    }

    @Nullable
    String warehouse() {
        return properties.get(AlertProperties.WAREHOUSE);
    }

    /** After how many failures in a row it is suspended; 0 for never. */
    int failuresToSuspension() {
        return property(AlertProperties.MAX_FAILURES).map(Integer::valueOf).orElse(0);
    }

    Optional<String> property(String property) {
        return Optional.ofNullable(properties.get(property));
    }

    @Override
    public String comment() {
        return property("COMMENT").orElse("");
    }

    Alert with(Map<String, String> newProperties) {
        return new Alert(name, id, condition, action, newRows, newProperties, status, owner, createdOn);
    }

    Alert with(Status newStatus) {
        return new Alert(name, id, condition, action, newRows, properties, newStatus, owner, createdOn);
    }

    Alert withCondition(String newCondition, @Nullable NewRowsCondition rows) {
        return new Alert(name, id, newCondition, action, rows, properties, status, owner, createdOn);
    }

    Alert withAction(String newAction) {
        return new Alert(name, id, condition, newAction, newRows, properties, status, owner, createdOn);
    }

    @Override
    public Alert withOwner(String newOwner) {
        return new Alert(name, id, condition, action, newRows, properties, status.suspended(), newOwner, createdOn);
    }
}
