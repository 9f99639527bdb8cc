package dev.inverterflow.snowflake.local.transaction;

import dev.inverterflow.snowflake.local.catalog.ObjectName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What a transaction has touched: by its statements up to the last that succeeded, and by the one now running. */
final class Footprint {

    /** What the statements that succeeded had touched at some point. */
    record Mark(
            Set<ObjectName> consumed,
            Set<ObjectName> written,
            Set<ObjectName> changed,
            Set<ObjectName> dependencies,
            Map<ObjectName, Long> removed,
            boolean hasChanges) {}

    private static final class Sets {

        private final Set<ObjectName> consumed = new LinkedHashSet<>();
        private final Set<ObjectName> written = new LinkedHashSet<>();
        private final Set<ObjectName> changed = new LinkedHashSet<>();
        /** What decides which rows the statements change. */
        private final Set<ObjectName> dependencies = new LinkedHashSet<>();
        /** How many rows were updated or deleted. */
        private final Map<ObjectName, Long> removed = new HashMap<>();

        private boolean changes;

        void addAll(Sets other) {
            consumed.addAll(other.consumed);
            written.addAll(other.written);
            changed.addAll(other.changed);
            dependencies.addAll(other.dependencies);
            other.removed.forEach((table, rows) -> removed.merge(table, rows, Long::sum));
            changes |= other.changes;
        }

        void set(Mark mark) {
            clear();
            consumed.addAll(mark.consumed());
            written.addAll(mark.written());
            changed.addAll(mark.changed());
            dependencies.addAll(mark.dependencies());
            removed.putAll(mark.removed());
            changes = mark.hasChanges();
        }

        void clear() {
            consumed.clear();
            written.clear();
            changed.clear();
            dependencies.clear();
            removed.clear();
            changes = false;
        }
    }

    private final Sets kept = new Sets();
    private final Sets running = new Sets();
    private final Set<ObjectName> runningReads = new LinkedHashSet<>();
    private boolean pinned;

    void clear() {
        kept.clear();
        running.clear();
        runningReads.clear();
        pinned = false;
    }

    void keep() {
        // What a mere query has read does not matter: it is not done again.
        if (running.changes) {
            running.dependencies.addAll(runningReads);
        }
        kept.addAll(running);
        running.clear();
        runningReads.clear();
    }

    /** What stays if the statement that begins now fails. */
    Mark kept() {
        return new Mark(
                Set.copyOf(kept.consumed),
                Set.copyOf(kept.written),
                Set.copyOf(kept.changed),
                Set.copyOf(kept.dependencies),
                Map.copyOf(kept.removed),
                kept.changes);
    }

    /** A statement failed: what was touched since that point was not. */
    void backTo(Mark mark) {
        kept.set(mark);
        running.clear();
        runningReads.clear();
    }

    void consumes(ObjectName stream) {
        running.consumed.add(stream);
        running.changes = true;
    }

    /** Rows are added to the table. */
    void writes(ObjectName table) {
        running.written.add(table);
        running.changes = true;
    }

    /** Rows of the table are changed: which ones depends on what is in it. */
    void changes(ObjectName table) {
        writes(table);
        running.changed.add(table);
        running.dependencies.add(table);
    }

    void removed(ObjectName table, long rows) {
        running.removed.merge(table, rows, Long::sum);
    }

    void writes() {
        running.changes = true;
    }

    void reads(Set<ObjectName> tables) {
        runningReads.addAll(tables);
    }

    /** A stream was read: the view of the transaction must not change any more. */
    void pin() {
        pinned = true;
    }

    boolean isPinned() {
        return pinned;
    }

    boolean hasChanges() {
        return kept.changes || running.changes;
    }

    Set<ObjectName> dependencies() {
        return Set.copyOf(kept.dependencies);
    }

    Set<ObjectName> written() {
        return union(kept.written, running.written);
    }

    Set<ObjectName> changed() {
        return union(kept.changed, running.changed);
    }

    Map<ObjectName, Long> removed() {
        Map<ObjectName, Long> all = new HashMap<>(kept.removed);
        running.removed.forEach((table, rows) -> all.merge(table, rows, Long::sum));
        return all;
    }

    Set<ObjectName> consumed() {
        return union(kept.consumed, running.consumed);
    }

    private static Set<ObjectName> union(Set<ObjectName> some, Set<ObjectName> others) {
        Set<ObjectName> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
