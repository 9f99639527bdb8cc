package dev.inverterflow.snowflake.local.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Byte-seconds of each database and day of UTC, of as many days as Snowflake's views reach back. */
final class DailyTotals {
    private static final int DAYS = 366;
    private static final double NANOS = 1e9;

    /** A day of a database. */
    record Key(LocalDate day, String database) {}

    /** @param deletedOn when the database was dropped; null if it was not */
    record Total(
            double byteSeconds,
            double failsafeByteSeconds,
            @Nullable Instant deletedOn) {
        static final Total NONE = new Total(0, 0, null);

        private Total plus(double more, double moreFailsafe) {
            return new Total(byteSeconds + more, failsafeByteSeconds + moreFailsafe, deletedOn);
        }
    }

    /** What a database stores at a moment. */
    record Stored(double bytes, double failsafe) {
        static final Stored NOTHING = new Stored(0, 0);

        Stored plus(Stored more) {
            return new Stored(bytes + more.bytes, failsafe + more.failsafe);
        }
    }

    private final Map<Key, Total> totals = new HashMap<>();

    void put(Key key, Total total) {
        totals.put(key, total);
    }

    Map<Key, Total> all() {
        return Map.copyOf(totals);
    }

    /** Counts what was stored from one moment to another, in the state that {@code failsafe} tells. */
    void add(String database, double bytes, boolean failsafe, Instant from, Instant to) {
        var day = firstKept(from, to);
        while (startOf(day).isBefore(to)) {
            var begin = later(startOf(day), from);
            var end = earlier(startOf(day.plusDays(1)), to);
            double byteSeconds = bytes * seconds(begin, end);
            var key = new Key(day, database);
            var soFar = totals.getOrDefault(key, Total.NONE);
            totals.put(key, failsafe ? soFar.plus(0, byteSeconds) : soFar.plus(byteSeconds, 0));
            day = day.plusDays(1);
        }
    }

    /** A database that was there from one moment to another has a row for each day, also if it stored nothing. */
    void touch(String database, Instant from, Instant to) {
        for (var day = firstKept(from, to); !day.isAfter(dayOf(to)); day = day.plusDays(1)) {
            totals.putIfAbsent(new Key(day, database), Total.NONE);
        }
    }

    /** Notes that a database is not there any more. */
    void deleted(String database, Instant when) {
        totals.replaceAll((key, total) -> key.database().equals(database) && total.deletedOn() == null
                ? new Total(total.byteSeconds(), total.failsafeByteSeconds(), when)
                : total);
    }

    /** Databases with days on which they were not said to be deleted. */
    List<String> undeleted() {
        return totals.entrySet().stream()
                .filter(entry -> entry.getValue().deletedOn() == null)
                .map(entry -> entry.getKey().database())
                .distinct()
                .toList();
    }

    void forgetOld(Instant now) {
        totals.keySet().removeIf(key -> key.day().isBefore(dayOf(now).minusDays(DAYS)));
    }

    /**
     * The averages. That of a day which is over is of its 24 hours; that of the day which goes on is of the time that has passed
     * of it with the database, and of no time at all what is stored now.
     *
     * @param createdOn when databases were made that are there
     * @param stored what they store now
     */
    List<DatabaseDay> averages(Instant now, Map<String, Instant> createdOn, Map<String, Stored> stored) {
        return totals.entrySet().stream()
                .map(entry -> average(entry.getKey(), entry.getValue(), now, createdOn, stored))
                .sorted(Comparator.comparing(DatabaseDay::day).thenComparing(DatabaseDay::database))
                .toList();
    }

    private static DatabaseDay average(
            Key key, Total total, Instant now, Map<String, Instant> createdOn, Map<String, Stored> stored) {
        var begin = startOf(key.day());
        if (key.day().equals(dayOf(now))) {
            begin = later(
                    begin, Optional.ofNullable(createdOn.get(key.database())).orElse(begin));
        }
        double seconds = seconds(begin, earlier(startOf(key.day().plusDays(1)), now));
        var average = seconds > 0
                ? new Stored(total.byteSeconds() / seconds, total.failsafeByteSeconds() / seconds)
                : stored.getOrDefault(key.database(), Stored.NOTHING);
        return new DatabaseDay(key.day(), key.database(), average.bytes(), average.failsafe(), total.deletedOn());
    }

    private static LocalDate firstKept(Instant from, Instant to) {
        var oldest = dayOf(to).minusDays(DAYS);
        return dayOf(from).isBefore(oldest) ? oldest : dayOf(from);
    }

    static LocalDate dayOf(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / NANOS;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
