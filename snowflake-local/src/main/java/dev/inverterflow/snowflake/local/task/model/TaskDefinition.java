package dev.inverterflow.snowflake.local.task.model;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.schedule.Schedule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a task's owner has said about it. {@link TaskRules} has checked it.
 *
 * @param predecessors the tasks after which it runs
 * @param finalizes the root of the graph it finalizes; null if it is no finalizer
 * @param condition the text after WHEN; null without one
 * @param body the statement it runs, as written
 * @param properties the properties set on it, by upper-case name
 * @param sessionParameters the session parameters set for its runs, by upper-case name
 */
public record TaskDefinition(
        List<ObjectName> predecessors,
        @Nullable ObjectName finalizes,
        @Nullable String condition,
        String body,
        Map<String, String> properties,
        Map<String, String> sessionParameters) {
    /** The least interval of a schedule. */
    static final Duration SHORTEST_INTERVAL = Duration.ofSeconds(10);

    private static final Duration DEFAULT_TRIGGER_INTERVAL = Duration.ofSeconds(30);
    private static final String DEFAULT_SIZE = "MEDIUM";
    private static final int DEFAULT_FAILURES = 10;
    private static final Duration DEFAULT_TIMEOUT = Duration.ofHours(1);
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(7);

    /** Copies lists and maps. */
    public TaskDefinition {
        predecessors = List.copyOf(predecessors);
        properties = Map.copyOf(properties);
        sessionParameters = Map.copyOf(sessionParameters);
    }

    public Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** The warehouse it runs on; null if serverless. */
    public @Nullable String warehouse() {
        return properties.get(TaskProperties.WAREHOUSE);
    }

    public String comment() {
        return property("COMMENT").orElse("");
    }

    /** When it is due by the clock; empty if by other events or by hand only. */
    public Optional<Schedule> schedule() {
        return property(TaskProperties.SCHEDULE).map(text -> Schedule.parse(text, SHORTEST_INTERVAL));
    }

    /** Whether data in a stream triggers it. */
    public boolean triggered() {
        return condition != null
                && predecessors.isEmpty()
                && finalizes == null
                && !properties.containsKey(TaskProperties.SCHEDULE)
                && condition.toUpperCase(Locale.ROOT).contains("SYSTEM$STREAM_HAS_DATA");
    }

    /** The least time between two triggered runs. */
    public Duration triggerInterval() {
        return property(TaskProperties.TRIGGER_INTERVAL)
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(DEFAULT_TRIGGER_INTERVAL);
    }

    /** Which runs of its graph may overlap. */
    public OverlapPolicy overlapPolicy() {
        return property(TaskProperties.OVERLAP_POLICY)
                .map(text -> OverlapPolicy.valueOf(text.toUpperCase(Locale.ROOT)))
                .orElse(
                        property(TaskProperties.ALLOW_OVERLAP)
                                        .filter("TRUE"::equalsIgnoreCase)
                                        .isPresent()
                                ? OverlapPolicy.ALLOW_CHILD_OVERLAP
                                : OverlapPolicy.NO_OVERLAP);
    }

    /** After how many failed runs of its graph in a row it is suspended; 0 for never. */
    public int failuresToSuspension() {
        return property(TaskProperties.MAX_FAILURES).map(Integer::valueOf).orElse(DEFAULT_FAILURES);
    }

    /** How often a failed run of its graph is tried again at once. */
    public int retries() {
        return property(TaskProperties.RETRIES).map(Integer::valueOf).orElse(0);
    }

    /** The configuration of its graph, JSON; null without one. */
    public @Nullable String config() {
        return properties.get(TaskProperties.CONFIG);
    }

    /** Whether a time limit of its own was set, which then stands in place of its graph's. */
    public boolean hasTimeout() {
        return properties.containsKey(TaskProperties.TIMEOUT);
    }

    /** How long one run may take; as the root's, how long one run of the graph may. */
    public Duration timeout() {
        return property(TaskProperties.TIMEOUT)
                .map(text -> Duration.ofMillis(Long.parseLong(text)))
                .map(limit -> limit.isZero() ? LONGEST_TIMEOUT : limit)
                .orElse(DEFAULT_TIMEOUT);
    }

    /** The warehouse size a serverless run is billed as; null on a warehouse. */
    @Nullable
    String serverlessSize() {
        return warehouse() == null
                ? property(TaskProperties.INITIAL_SIZE).orElse(DEFAULT_SIZE).toUpperCase(Locale.ROOT)
                : null;
    }

    public TaskDefinition withCondition(@Nullable String newCondition) {
        return new TaskDefinition(predecessors, finalizes, newCondition, body, properties, sessionParameters);
    }

    public TaskDefinition withBody(String newBody) {
        return new TaskDefinition(predecessors, finalizes, condition, newBody, properties, sessionParameters);
    }

    public TaskDefinition withPredecessors(List<ObjectName> names) {
        return new TaskDefinition(names, finalizes, condition, body, properties, sessionParameters);
    }

    public TaskDefinition withFinalizes(@Nullable ObjectName root) {
        return new TaskDefinition(predecessors, root, condition, body, properties, sessionParameters);
    }

    TaskDefinition with(Map<String, String> newProperties, Map<String, String> newParameters) {
        return new TaskDefinition(predecessors, finalizes, condition, body, newProperties, newParameters);
    }

    TaskDefinition without(ObjectName other) {
        var rest = predecessors.stream().filter(name -> !name.equals(other)).toList();
        return withPredecessors(rest).withFinalizes(other.equals(finalizes) ? null : finalizes);
    }

    TaskDefinition alone() {
        return withPredecessors(List.of()).withFinalizes(null);
    }

    /** Which runs of a graph may overlap. */
    public enum OverlapPolicy {
        /** None. */
        NO_OVERLAP,
        /** Those whose root has ended. */
        ALLOW_CHILD_OVERLAP,
        /** All. */
        ALLOW_ALL_OVERLAP
    }
}
