package dev.inverterflow.snowflake.local.usage;

import java.time.Instant;

/** Pieces of the engine's SQL. */
final class UsageSql {
    private UsageSql() {}

    /** A moment as a TIMESTAMPTZ. */
    static String time(Instant moment) {
        // An Instant prints digits, T, Z and signs only.
        return "TIMESTAMPTZ '" + moment + "'";
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
