package dev.inverterflow.snowflake.local.usage;

import java.time.Instant;
import java.time.ZoneId;

/** Pieces of the engine's SQL. */
final class UsageSql {
    private UsageSql() {}

    /** A moment as a TIMESTAMPTZ. */
    static String time(Instant moment) {
        // An Instant prints digits, T, Z and signs only.
        return "TIMESTAMPTZ '" + moment + "'";
    }

    /** When the day of a moment began. */
    static Instant startOfDay(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
    }

    /** The hour a moment is in. */
    static String hour(String moment) {
        return "date_trunc('hour', " + moment + ")";
    }

    /** The end of the hour a moment is in. */
    static String endOfHour(String moment) {
        return hour(moment) + " + INTERVAL 1 HOUR";
    }
}
