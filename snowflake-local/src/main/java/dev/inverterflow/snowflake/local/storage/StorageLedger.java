package dev.inverterflow.snowflake.local.storage;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The measurements over time: of tables, of what was removed from them, of days. Guarded by the meter. */
final class StorageLedger {
    private static final Duration KEPT_LOOKS = Duration.ofHours(3);
    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(5);

    private record Removal(long tableId, Instant hour) {}

    /** What was found at a moment. */
    private record Look(Instant at, List<TableUse> tables) {}

    private final StorageStore store;
    private final Map<Long, StoredTable> tables = new HashMap<>();
    /** Of the tables when they last had rows. */
    private final Map<Long, Double> bytesOfRow = new HashMap<>();

    private final Map<Removal, Double> removed = new HashMap<>();
    private final DailyTotals days = new DailyTotals();
    private final Map<Long, Instant> drops = new HashMap<>();
    private final Set<Long> changed = new HashSet<>();
    private final Deque<Look> looks = new ArrayDeque<>();
    private Instant settledAt;

    /** What is stored goes on; a new one begins now. */
    StorageLedger(StorageStore store, Instant now) throws SQLException {
        this.store = store;
        store.tables().forEach(this::put);
        changed.clear();
        store.removed().forEach(one -> removed.put(new Removal(one.tableId(), one.hour()), one.bytes()));
        store.readDays(days);
        settledAt = store.measuredAt().orElse(now);
    }

    /** A table was measured. */
    void put(StoredTable table) {
        if (table.rows() > 0) {
            bytesOfRow.put(table.id(), (double) table.bytes() / table.rows());
        }
        var before = tables.put(table.id(), table);
        if (!table.equals(before)) {
            changed.add(table.id());
        }
    }

    /** A table is about to be dropped; whether it is, the catalog tells later. */
    void drops(long tableId, Instant now) throws SQLException {
        drops.put(tableId, now);
        var table = tables.get(tableId);
        if (table != null && table.rows() > 0 && store.lasts()) {
            // For the next server, which may find it here and not in the catalog.
            store.together(() -> store.putTables(List.of(table.dropped(now))));
            changed.add(tableId);
        }
    }

    /** What a table stored when it was last measured; 0 if nothing is known of it. */
    long bytes(long tableId) {
        var table = tables.get(tableId);
        return table == null ? 0 : table.bytes();
    }

    /** Average bytes of a table's rows; 0 if nothing is known of it. */
    double bytesOfRow(long tableId) {
        return bytesOfRow.getOrDefault(tableId, 0.0);
    }

    /**
     * Counts the time since the last time.
     *
     * @param there the tables that are not dropped
     * @param databases when those were made that are not dropped
     */
    void settle(Instant now, Set<Long> there, Map<String, Instant> databases) throws SQLException {
        var since = settledAt;
        var until = DailyTotals.later(since, now);
        store.together(() -> {
            noteDrops(now, there);
            boolean newRemovals = noteRemovals();
            count(since, until, databases);
            boolean pruned = prune(now);
            if (newRemovals || pruned) {
                store.replaceRemoved(removals());
            }
            store.putTables(tables.values().stream()
                    .filter(table -> changed.contains(table.id()))
                    .toList());
            store.replaceDays(days.all(), DailyTotals.dayOf(since));
            store.putMeasuredAt(until);
        });
        settledAt = until;
        changed.clear();
        look(now);
    }

    /** Until when all is counted. */
    Instant settledAt() {
        return settledAt;
    }

    private void noteDrops(Instant now, Set<Long> there) {
        tables.replaceAll((id, table) -> {
            if (there.contains(id) || table.droppedOn() != null) {
                return table;
            }
            changed.add(id);
            return table.dropped(drops.getOrDefault(id, now));
        });
        drops.clear();
    }

    private boolean noteRemovals() throws SQLException {
        var deleted = store.takeDeleted();
        for (var one : deleted) {
            double bytes = one.rows() * bytesOfRow(one.tableId());
            if (bytes > 0) {
                removed.merge(new Removal(one.tableId(), one.hour()), bytes, Double::sum);
            }
        }
        return !deleted.isEmpty();
    }

    private void count(Instant since, Instant now, Map<String, Instant> databases) {
        databases.forEach((name, createdOn) -> days.touch(name, DailyTotals.later(since, createdOn), now));
        for (var table : tables.values()) {
            count(table, (double) table.bytes(), table.createdOn(), table.droppedOn(), since, now);
        }
        removed.forEach((removal, bytes) -> {
            var table = tables.get(removal.tableId());
            if (table != null) {
                count(table, bytes, removal.hour(), removal.hour(), since, now);
            }
        });
        for (var database : days.undeleted()) {
            if (!databases.containsKey(database)) {
                days.deleted(database, lastDrop(database, now));
            }
        }
    }

    private void count(
            StoredTable table, double bytes, Instant from, @Nullable Instant removedOn, Instant since, Instant now) {
        var database = table.name().database();
        var begin = DailyTotals.later(from, since);
        if (removedOn == null) {
            days.add(database, bytes, false, begin, now);
            return;
        }
        var leaves = table.endOfTimeTravel(removedOn);
        days.add(database, bytes, false, begin, DailyTotals.earlier(leaves, now));
        days.add(
                database,
                bytes,
                true,
                DailyTotals.later(leaves, since),
                DailyTotals.earlier(table.endOfFailsafe(removedOn), now));
    }

    private Instant lastDrop(String database, Instant now) {
        return tables.values().stream()
                .filter(table -> table.name().database().equals(database))
                .flatMap(table -> Stream.ofNullable(table.droppedOn()))
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** Forgets what costs nothing any more; says whether it was something removed. */
    private boolean prune(Instant now) throws SQLException {
        boolean pruned = removed.keySet().removeIf(removal -> {
            var table = tables.get(removal.tableId());
            return table == null || !table.endOfFailsafe(removal.hour()).isAfter(now);
        });
        var kept = removed.keySet().stream().map(Removal::tableId).collect(Collectors.toSet());
        var gone = tables.values().stream()
                .filter(table -> table.isGone(now) && !kept.contains(table.id()))
                .map(StoredTable::id)
                .toList();
        gone.forEach(tables::remove);
        gone.forEach(bytesOfRow::remove);
        store.removeTables(gone);
        days.forgetOld(now);
        return pruned;
    }

    private List<RemovedBytes> removals() {
        return removed.entrySet().stream()
                .map(entry -> new RemovedBytes(
                        entry.getKey().tableId(), entry.getKey().hour(), entry.getValue()))
                .toList();
    }

    /** Keeps what is found now for views that show it later, the latest of each five minutes. */
    private void look(Instant now) {
        looks.removeIf(look -> look.at().isBefore(now.minus(KEPT_LOOKS)));
        var latest = looks.pollLast();
        var before = looks.peekLast();
        boolean replaced = latest != null
                && before != null
                && latest.at().isBefore(before.at().plus(BETWEEN_LOOKS));
        if (latest != null && !replaced) {
            looks.add(latest);
        }
        looks.add(new Look(now, uses(now)));
    }

    /** What was found at the first look after a moment, which holds for the time before it; of what was there by then. */
    List<TableUse> tables(Instant asOf) {
        var found = looks.stream()
                .filter(look -> !look.at().isBefore(asOf))
                .findFirst()
                .or(() -> looks.stream().reduce((one, next) -> next))
                .map(Look::tables)
                .orElse(List.of());
        return found.stream().filter(table -> !table.createdOn().isAfter(asOf)).toList();
    }

    List<DatabaseDay> days(Instant now, Map<String, Instant> databases) {
        Map<String, DailyTotals.Stored> stored = new HashMap<>();
        for (var use : uses(now)) {
            stored.merge(
                    use.name().database(),
                    new DailyTotals.Stored((double) use.active() + use.timeTravel(), use.failsafe()),
                    DailyTotals.Stored::plus);
        }
        return days.averages(now, databases, stored);
    }

    private List<TableUse> uses(Instant now) {
        Map<Long, double[]> former = new HashMap<>();
        removed.forEach((removal, bytes) -> {
            var table = tables.get(removal.tableId());
            if (table != null) {
                boolean past = !table.endOfTimeTravel(removal.hour()).isAfter(now);
                former.computeIfAbsent(removal.tableId(), id -> new double[2])[past ? 1 : 0] += bytes;
            }
        });
        List<TableUse> uses = new ArrayList<>();
        for (var table : tables.values()) {
            uses.add(use(table, former.getOrDefault(table.id(), new double[2]), now));
        }
        uses.sort(Comparator.comparing(TableUse::id));
        return uses;
    }

    private static TableUse use(StoredTable table, double[] former, Instant now) {
        var droppedOn = table.droppedOn();
        var entered = droppedOn == null ? null : table.endOfTimeTravel(droppedOn);
        boolean inFailsafe = entered != null && !entered.isAfter(now);
        return new TableUse(
                table.id(),
                table.name(),
                table.permanent(),
                inFailsafe ? 0 : table.bytes(),
                Math.round(former[0]),
                Math.round(former[1]) + (inFailsafe ? table.bytes() : 0),
                table.createdOn(),
                droppedOn,
                inFailsafe ? entered : null,
                table.comment());
    }
}
