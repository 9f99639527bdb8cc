package dev.inverterflow.snowflake.local.usage;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Pieces of the engine's SQL. */
final class UsageSql {
    private UsageSql() {}

    /** A moment as a TIMESTAMPTZ. */
    static String time(Instant moment) {
        // An Instant prints digits, T, Z and signs only.
        return "TIMESTAMPTZ '" + moment + "'";
    }

    /** A moment as a TIMESTAMPTZ, if there is one. */
    static String timeOrNull(@Nullable Instant moment) {
        return moment == null ? "NULL" : time(moment);
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
