package dev.inverterflow.snowflake.local.engine;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Bind;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Gives the engine the values bound over the wire, each as the JDBC type that its declared wire type stands for. */
final class BindWriter {

    private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000L);
    private static final int OFFSET_SHIFT_MINUTES = 1440;
    private static final long MILLIS_PER_DAY = 86_400_000L;

    private BindWriter() {}

    /** Sets a parameter from one row of a bind. */
    static void write(PreparedStatement statement, int index, Bind bind, int row) throws SQLException {
        write(statement, index, bind.type(), bind.values().get(row));
    }

    private static void write(PreparedStatement statement, int index, String type, @Nullable String value)
            throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
            return;
        }
        try {
            writeTyped(statement, index, type, value);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException malformed) {
            throw notRecognized(type, value);
        }
    }

    private static SnowflakeException notRecognized(String type, String value) {
        return switch (type) {
            case "FIXED", "REAL" -> Errors.numericNotRecognized(value);
            case "DATE" -> Errors.dateNotRecognized(value);
            case "TIMESTAMP_NTZ", "TIMESTAMP_LTZ", "TIMESTAMP_TZ" -> Errors.timestampNotRecognized(value);
            default ->
                new SnowflakeException(
                        2086,
                        "22000",
                        "SQL compilation error:\nInvalid bind value (" + value + ") for type (" + type + ")");
        };
    }

    private static void writeTyped(PreparedStatement statement, int index, String type, String value)
            throws SQLException {
        switch (type) {
            case "FIXED" -> statement.setBigDecimal(index, Bind.number(value));
            case "REAL" -> statement.setDouble(index, Double.parseDouble(value));
            case "BOOLEAN" -> statement.setBoolean(index, bool(value));
            case "DATE" ->
                statement.setObject(index, LocalDate.ofEpochDay(Math.floorDiv(Long.parseLong(value), MILLIS_PER_DAY)));
            case "TIME" -> statement.setObject(index, LocalTime.ofNanoOfDay(Long.parseLong(value)));
            case "TIMESTAMP_NTZ" -> statement.setObject(index, LocalDateTime.ofInstant(instant(value), ZoneOffset.UTC));
            case "TIMESTAMP_LTZ" ->
                statement.setObject(index, OffsetDateTime.ofInstant(instant(value), ZoneOffset.UTC));
            case "TIMESTAMP_TZ" -> statement.setString(index, microsAndOffset(value));
            case "BINARY" -> statement.setBytes(index, HexFormat.of().parseHex(value));
            default -> statement.setString(index, value);
        }
    }

    private static boolean bool(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "1", "true" -> true;
            case "0", "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    /** What emitted SQL takes for a TIMESTAMP_TZ, which no JDBC type of the engine stands for. */
    private static String microsAndOffset(String nanosAndShiftedOffset) {
        String[] parts = nanosAndShiftedOffset.split(" ");
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, instant(parts[0]));
        int offsetMinutes = parts.length < 2 ? 0 : Integer.parseInt(parts[1]) - OFFSET_SHIFT_MINUTES;
        return micros + " " + offsetMinutes;
    }

    private static Instant instant(String epochNanos) {
        BigInteger[] parts = new BigInteger(epochNanos).divideAndRemainder(NANOS_PER_SECOND);
        return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
    }
}
