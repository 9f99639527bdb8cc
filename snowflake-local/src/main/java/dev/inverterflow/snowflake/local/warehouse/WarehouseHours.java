package dev.inverterflow.snowflake.local.warehouse;

import dev.inverterflow.snowflake.local.catalog.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The hours of one warehouse. Guarded by the meter. */
final class WarehouseHours {
    /** What a start costs at the least. */
    private static final Duration LEAST = Duration.ofSeconds(60);

    private record Counted(Duration running, Duration querying) {

        Counted plus(Counted other) {
            return new Counted(running.plus(other.running), querying.plus(other.querying));
        }
    }

    /** What is over; what goes on is added when it is asked for. */
    private final TreeMap<Instant, Counted> hours = new TreeMap<>();

    private @Nullable Instant runningSince;
    private int size;
    private Optional<Duration> autoSuspend = Optional.empty();
    private Instant idleSince = Instant.EPOCH;
    private Instant queryingSince = Instant.EPOCH;
    private int queries;
    /** What stops each query. */
    private final Set<Runnable> aborts = Collections.newSetFromMap(new IdentityHashMap<>());

    private boolean stopsAfterQueries;

    int queries() {
        return queries;
    }

    Set<Runnable> aborts() {
        return aborts;
    }

    void queryBegins(Instant now, Warehouse warehouse) {
        started(now, warehouse);
        if (queries++ == 0) {
            queryingSince = now;
        }
    }

    void queryEnds(Instant now) {
        queries--;
        if (queries > 0) {
            return;
        }
        count(hours, queryingSince, now, false);
        idleSince = now;
        if (stopsAfterQueries) {
            stop(now);
        }
    }

    void started(Instant now, Warehouse warehouse) {
        stopIfIdleForLong(now);
        int wanted = warehouse.size().times();
        autoSuspend = warehouse.autoSuspend();
        if (runningSince != null && wanted != size) {
            countUntil(now);
        }
        if (runningSince == null) {
            runningSince = now;
            idleSince = now;
        }
        size = wanted;
        stopsAfterQueries = false;
    }

    void changed(Instant now, Warehouse warehouse) {
        stopIfIdleForLong(now);
        if (runningSince != null) {
            started(now, warehouse);
        }
    }

    void suspended(Instant now) {
        stopIfIdleForLong(now);
        if (queries > 0) {
            stopsAfterQueries = true;
        } else if (runningSince != null) {
            stop(now);
        }
    }

    boolean runs(Instant now) {
        stopIfIdleForLong(now);
        return runningSince != null && !stopsAfterQueries;
    }

    /** What has run until now, which is forgotten here; what runs goes on. */
    List<WarehouseMeter.Hour> begunAnew(Instant now, String name) {
        stopIfIdleForLong(now);
        if (runningSince != null) {
            countUntil(now);
        }
        var counted = told(hours, name);
        hours.clear();
        return counted;
    }

    List<WarehouseMeter.Hour> until(Instant now, String name) {
        stopIfIdleForLong(now);
        var all = new TreeMap<>(hours);
        var since = runningSince;
        if (since != null) {
            count(all, since, atLeast(since, now), true);
            if (queries > 0) {
                count(all, queryingSince, now, false);
            }
        }
        return told(all, name);
    }

    private static List<WarehouseMeter.Hour> told(TreeMap<Instant, Counted> counted, String name) {
        return counted.entrySet().stream()
                .map(hour -> new WarehouseMeter.Hour(
                        name,
                        hour.getKey(),
                        hour.getValue().running(),
                        hour.getValue().querying()))
                .toList();
    }

    private void stopIfIdleForLong(Instant now) {
        var limit = autoSuspend.map(idleSince::plus);
        if (runningSince != null
                && queries == 0
                && limit.isPresent()
                && !limit.get().isAfter(now)) {
            stop(limit.get());
        }
    }

    /** Counts what has run as it was; what follows may be of another size or name. */
    private void countUntil(Instant now) {
        count(hours, Objects.requireNonNull(runningSince), now, true);
        if (queries > 0) {
            count(hours, queryingSince, now, false);
            queryingSince = now;
        }
        runningSince = now;
    }

    private void stop(Instant end) {
        var since = Objects.requireNonNull(runningSince);
        count(hours, since, atLeast(since, end), true);
        runningSince = null;
        stopsAfterQueries = false;
    }

    private static Instant atLeast(Instant since, Instant end) {
        var least = since.plus(LEAST);
        return end.isBefore(least) ? least : end;
    }

    private void count(TreeMap<Instant, Counted> into, Instant from, Instant to, boolean running) {
        var hour = from.truncatedTo(ChronoUnit.HOURS);
        while (hour.isBefore(to)) {
            var next = hour.plus(1, ChronoUnit.HOURS);
            var time = Duration.between(hour.isBefore(from) ? from : hour, next.isBefore(to) ? next : to)
                    .multipliedBy(size);
            into.merge(
                    hour, running ? new Counted(time, Duration.ZERO) : new Counted(Duration.ZERO, time), Counted::plus);
            hour = next;
        }
    }
}
