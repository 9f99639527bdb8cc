package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A wall clock and its distance from UTC: what any of Snowflake's date and time types says.
 *
 * @param wallClock date and time as written or shown
 * @param offset what the text said, else the session's offset at that time
 */
record Moment(LocalDateTime wallClock, ZoneOffset offset) {
    /** What a text is read as. */
    enum Kind {
        DATE,
        TIME,
        TIMESTAMP_NTZ,
        TIMESTAMP_LTZ,
        TIMESTAMP_TZ;

        boolean isTimestamp() {
            return this != DATE && this != TIME;
        }
    }

    /** More than 100,000 years, and less than the engine's calendar. */
    private static final int MOST_SECONDS_BITS = 42;

    private static final BigInteger SECONDS_LIMIT = BigInteger.valueOf(31_536_000_000L);
    private static final BigInteger MILLIS_LIMIT = SECONDS_LIMIT.multiply(BigInteger.valueOf(1000));
    private static final BigInteger MICROS_LIMIT = MILLIS_LIMIT.multiply(BigInteger.valueOf(1000));

    /** DuckDB keeps microseconds. */
    Moment {
        wallClock = wallClock.truncatedTo(ChronoUnit.MICROS);
    }

    static Moment in(LocalDateTime wallClock, ZoneId zone) {
        return new Moment(wallClock, wallClock.atZone(zone).getOffset());
    }

    /** The same moment on the wall clocks of a zone. */
    Moment in(ZoneId zone) {
        var there = wallClock.toInstant(offset).atZone(zone);
        return new Moment(there.toLocalDateTime(), there.getOffset());
    }

    /**
     * The moment that a number since 1970 UTC tells; how large it is decides its unit
     * (docs.snowflake.com/en/sql-reference/functions/to_timestamp, usage notes).
     */
    static Moment ofEpochNumber(BigDecimal number) {
        var whole = number.toBigInteger().abs();
        int scale = whole.compareTo(SECONDS_LIMIT) < 0
                ? 0
                : whole.compareTo(MILLIS_LIMIT) < 0 ? 3 : whole.compareTo(MICROS_LIMIT) < 0 ? 6 : 9;
        return ofEpoch(number, scale);
    }

    /**
     * The moment that a number of 10^-scale seconds since 1970 tells, as wall clock in UTC.
     *
     * @throws SnowflakeException 100035 if the calendar does not reach so far
     */
    static Moment ofEpoch(BigDecimal number, int scale) {
        var nanos = number.movePointRight(9 - scale)
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
        var parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000L));
        if (parts[0].bitLength() > MOST_SECONDS_BITS) {
            throw Errors.timestampNotRecognized(number.toPlainString());
        }
        var instant = Instant.ofEpochSecond(parts[0].longValue(), parts[1].longValue());
        return new Moment(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), ZoneOffset.UTC);
    }

    /** Without fractions of a second. */
    Moment ofWholeSecond() {
        return new Moment(wallClock.truncatedTo(ChronoUnit.SECONDS), offset);
    }

    Instant instant() {
        return wallClock.toInstant(offset);
    }
}
