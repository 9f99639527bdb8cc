package dev.inverterflow.snowflake.local.warehouse;

import dev.inverterflow.snowflake.local.catalog.Warehouse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long each warehouse would have run: from its first query until it suspends itself, is suspended or dropped, and 60 s at
 * the least each time. Counted by the hour, in memory alone; safe for several threads.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/warehouses-considerations">Warehouse considerations</a>
 */
public final class WarehouseMeter {
    private final Clock clock;
    private final Map<String, WarehouseHours> warehouses = new HashMap<>();
    /** What ran under names that were given up since. */
    private final List<Hour> formerNames = new ArrayList<>();
    /** Warehouses that were dropped, whose queries have not all ended. */
    private final List<Dropped> dropped = new ArrayList<>();

    private record Dropped(String name, WarehouseHours hours) {}

    /** @param clock the account's */
    public WarehouseMeter(Clock clock) {
        this.clock = clock;
    }

    /**
     * What a warehouse ran in an hour, in seconds of a warehouse of size X-Small.
     *
     * @param start when the hour began
     * @param running it ran, with or without queries
     * @param querying queries ran on it, one or several at a time
     */
    public record Hour(String warehouse, Instant start, Duration running, Duration querying) {}

    /** A query that runs on a warehouse. */
    public interface Use extends AutoCloseable {
        /** Of what runs on none. */
        Use NONE = () -> {};

        /** The query has ended. */
        @Override
        void close();
    }

    /**
     * A query begins; the warehouse runs from now on if it did not.
     *
     * @param abort stops the query; called from any thread, also when it has just ended
     * @return empty if it does not run and is not to resume by itself
     */
    public synchronized Optional<Use> query(Warehouse warehouse, Runnable abort) {
        var hours = hours(warehouse);
        var now = clock.instant();
        if (!warehouse.autoResume() && !hours.runs(now)) {
            return Optional.empty();
        }
        hours.queryBegins(now, warehouse);
        hours.aborts().add(abort);
        return Optional.of(() -> queryEnds(hours, abort));
    }

    /** How many queries run on the warehouse. */
    public synchronized int running(Warehouse warehouse) {
        return hours(warehouse).queries();
    }

    /** Whether the warehouse runs, and has not been told to stop with the queries that still do. */
    public synchronized boolean runs(Warehouse warehouse) {
        return hours(warehouse).runs(clock.instant());
    }

    private synchronized void queryEnds(WarehouseHours hours, Runnable abort) {
        hours.aborts().remove(abort);
        hours.queryEnds(clock.instant());
        dropped.removeIf(this::isOver);
    }

    private boolean isOver(Dropped one) {
        boolean over = one.hours().queries() == 0;
        if (over) {
            formerNames.addAll(one.hours().until(clock.instant(), one.name()));
        }
        return over;
    }

    /** The warehouse was started by hand. */
    public synchronized void started(Warehouse warehouse) {
        hours(warehouse).started(clock.instant(), warehouse);
    }

    /** The warehouse may have another name or size, or suspend itself at another time; it goes on if it runs. */
    public synchronized void changed(Warehouse before, Warehouse after) {
        if (!before.name().equals(after.name())) {
            rename(before.name(), after.name());
        }
        hours(after).changed(clock.instant(), after);
    }

    /** What has run stays under the old name; what goes on is counted under the new one. */
    private void rename(String from, String to) {
        var now = clock.instant();
        var former = warehouses.remove(to);
        if (former != null) {
            formerNames.addAll(former.until(now, to));
        }
        var hours = warehouses.remove(from);
        if (hours != null) {
            formerNames.addAll(hours.begunAnew(now, from));
            warehouses.put(to, hours);
        }
    }

    /** Stops all queries that run on the warehouse. */
    public void abortQueries(Warehouse warehouse) {
        queries(warehouse).forEach(Runnable::run);
    }

    private synchronized List<Runnable> queries(Warehouse warehouse) {
        return List.copyOf(hours(warehouse).aborts());
    }

    /** The warehouse was dropped or replaced: its queries are stopped, and one of the same name begins anew. */
    public void dropped(Warehouse warehouse) {
        var running = queries(warehouse);
        end(warehouse);
        running.forEach(Runnable::run);
    }

    private synchronized void end(Warehouse warehouse) {
        var hours = hours(warehouse);
        hours.suspended(clock.instant());
        warehouses.remove(warehouse.name());
        dropped.add(new Dropped(warehouse.name(), hours));
        dropped.removeIf(this::isOver);
    }

    /** The warehouse was suspended by hand; queries that run on it end first. */
    public synchronized void suspended(Warehouse warehouse) {
        hours(warehouse).suspended(clock.instant());
    }

    /** The time by the account's clock. */
    public Instant now() {
        return clock.instant();
    }

    /** All hours in which a warehouse ran, until now. */
    public synchronized List<Hour> hours() {
        var now = clock.instant();
        List<Hour> all = new ArrayList<>(formerNames);
        warehouses.forEach((name, hours) -> all.addAll(hours.until(now, name)));
        dropped.forEach(one -> all.addAll(one.hours().until(now, one.name())));
        all.sort(Comparator.comparing(Hour::start).thenComparing(Hour::warehouse));
        return all;
    }

    private WarehouseHours hours(Warehouse warehouse) {
        return warehouses.computeIfAbsent(warehouse.name(), name -> new WarehouseHours());
    }
}
