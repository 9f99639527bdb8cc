package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The arguments of a history function, by name. */
final class HistoryArguments {
    /** Texts of timestamps and dates as SQL casts them to VARCHAR. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd[['T'][ ]HH:mm:ss]")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendPattern("[[ ]XXX][[ ]XX][[ ]X]")
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.MINUTE_OF_HOUR, 0)
            .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
            .toFormatter();

    private final String function;
    private final ZoneId zone;
    private final Map<String, Constant> values = new HashMap<>();

    /**
     * Reads the arguments of a call.
     *
     * @param zone the session's time zone, which times without an offset are in
     * @param names the names of the function's arguments, in the order in which they may be given without a name
     * @throws SnowflakeException if the function has no such argument
     */
    HistoryArguments(String function, ZoneId zone, List<String> names, List<NamedValue> arguments) {
        this.function = function;
        this.zone = zone;
        if (arguments.size() > names.size()) {
            throw Errors.tooManyArguments(function, names.size(), arguments.size(), -1, -1);
        }
        for (int position = 0; position < arguments.size(); position++) {
            var argument = arguments.get(position);
            var name = argument.name() == null ? names.get(position) : argument.name();
            if (!names.contains(name)) {
                throw new SnowflakeException(
                        1044,
                        "42P13",
                        "SQL compilation error:\nInvalid argument name '" + name + "' for function '" + function + "'");
            }
            values.put(name, argument.value());
        }
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).flatMap(value -> Optional.ofNullable(value.text()));
    }

    String requiredText(String name) {
        return text(name)
                .orElseThrow(() -> new SnowflakeException(
                        938,
                        "22023",
                        "SQL compilation error:\nnot enough arguments for function [" + function + "], missing "
                                + name));
    }

    /**
     * A condition of the engine's SQL: the object has the name that the argument gives, which may have its database and schema
     * before it, and quotes where it needs them; always true without the argument.
     */
    String named(String argument) {
        return text(argument).map(HistoryArguments::matches).orElse("TRUE");
    }

    private static String matches(String text) {
        var columns = List.of("name", "schema_name", "database_name");
        var parts = Names.parse(text).parts();
        return IntStream.range(0, parts.size())
                .mapToObj(index -> columns.get(index) + " = "
                        + Identifiers.literal(
                                parts.get(parts.size() - 1 - index).name()))
                .collect(Collectors.joining(" AND ", "(", ")"));
    }

    boolean flag(String name) {
        return text(name).map(Boolean::parseBoolean).orElse(false);
    }

    /**
     * A whole number within bounds.
     *
     * @throws SnowflakeException if it is none or out of bounds
     */
    long number(String name, long otherwise, long least, long most) {
        var text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            long value = Long.parseLong(text.get());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            throw Errors.invalidValue(text.get(), name);
        }
        throw Errors.invalidValue(text.get(), name);
    }

    Optional<Instant> time(String name) {
        return text(name).map(text -> parse(text, zoneOf(name), name));
    }

    /**
     * The start of the range a function answers for.
     *
     * @throws SnowflakeException if it lies further back than the function's history reaches
     */
    Instant start(String name, Instant otherwise, Duration reach, Instant now) {
        var start = time(name).orElse(otherwise);
        if (start.isBefore(now.minus(reach))) {
            throw new SnowflakeException(
                    391801,
                    "22023",
                    "SQL compilation error:\nCannot retrieve data from more than " + reach.toDays()
                            + " days ago: argument " + name + " of " + function + ".");
        }
        return start;
    }

    /** Constants with a time zone are written in UTC; others mean the session's time. */
    private ZoneId zoneOf(String name) {
        var value = values.get(name);
        boolean zoned = value != null
                && (value.type().is(TypeKind.TIMESTAMP_LTZ) || value.type().is(TypeKind.TIMESTAMP_TZ));
        return zoned ? ZoneOffset.UTC : zone;
    }

    private static Instant parse(String text, ZoneId zone, String name) {
        try {
            var time = TIME.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(time).atZone(zone).toInstant();
        } catch (DateTimeParseException malformed) {
            throw Errors.invalidValue(text, name);
        }
    }
}
