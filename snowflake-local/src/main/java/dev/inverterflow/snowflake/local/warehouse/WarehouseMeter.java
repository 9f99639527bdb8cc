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

/**
 * How long each warehouse would have run: from its first query until it suspends itself, is suspended or dropped, and 60 s at
 * the least each time. Counted by the hour, in memory alone; safe for several threads.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/warehouses-considerations">Warehouse considerations</a>
 */
public final class WarehouseMeter {
    private final Clock clock;
    private final Map<String, WarehouseHours> warehouses = new HashMap<>();

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
        /** What needs no warehouse, or has none. */
        Use NONE = () -> {};

        /** The query has ended. */
        @Override
        void close();
    }

    /** A query begins; the warehouse runs from now on if it did not. */
    public synchronized Use query(Warehouse warehouse) {
        var hours = hours(warehouse);
        hours.queryBegins(clock.instant(), warehouse);
        return () -> queryEnds(hours);
    }

    private synchronized void queryEnds(WarehouseHours hours) {
        hours.queryEnds(clock.instant());
    }

    /** The warehouse was started by hand. */
    public synchronized void started(Warehouse warehouse) {
        hours(warehouse).started(clock.instant(), warehouse);
    }

    /** The warehouse may have another size or suspend itself at another time; it goes on if it runs. */
    public synchronized void changed(Warehouse warehouse) {
        hours(warehouse).changed(clock.instant(), warehouse);
    }

    /** The warehouse was suspended by hand or dropped; queries that run on it end first. */
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
        List<Hour> all = new ArrayList<>();
        warehouses.forEach((name, hours) -> all.addAll(hours.until(now, name)));
        all.sort(Comparator.comparing(Hour::start).thenComparing(Hour::warehouse));
        return all;
    }

    private WarehouseHours hours(Warehouse warehouse) {
        return warehouses.computeIfAbsent(warehouse.name(), name -> new WarehouseHours());
    }
}
