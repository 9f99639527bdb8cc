package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.runtime.RunTimeError;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Date and time functions. */
final class MomentRows {
    private static final SnowflakeType PART = SnowflakeType.number(18, 0);
    private static final int LAST_YEAR = 99_999;
    private static final int LONGEST_WRITTEN_TWICE = 250;

    private MomentRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>();
        for (var name : List.of("DATEADD", "TIMEADD", "TIMESTAMPADD")) {
            rows.add(scalar(name, Accepts.DATE_PART, Accepts.INTEGER, Accepts.MOMENT)
                    .returns(MomentRows::added)
                    .emit(MomentRows::add));
        }
        for (var name : List.of("DATEDIFF", "TIMEDIFF", "TIMESTAMPDIFF")) {
            rows.add(scalar(name, Accepts.DATE_PART, Accepts.MOMENT, Accepts.MOMENT)
                    .returns(MomentRows::counted)
                    .emit(MomentRows::difference));
        }
        rows.add(scalar("DATE_TRUNC", Accepts.DATE_PART, Accepts.MOMENT)
                .returns(ResultRule.sameAs(1))
                .emit(MomentRows::truncate));
        rows.add(scalar("DATE_PART", Accepts.DATE_PART, Accepts.MOMENT)
                .returns(MomentRows::counted)
                .emit(call -> part(part(call), call.arguments().get(1), call.casts())));
        Map<String, DatePart> parts = new LinkedHashMap<>();
        for (var part : List.of(
                DatePart.YEAR,
                DatePart.MONTH,
                DatePart.DAY,
                DatePart.QUARTER,
                DatePart.WEEK,
                DatePart.WEEKISO,
                DatePart.DAYOFWEEK,
                DatePart.DAYOFWEEKISO,
                DatePart.DAYOFYEAR,
                DatePart.YEAROFWEEK,
                DatePart.YEAROFWEEKISO,
                DatePart.HOUR,
                DatePart.MINUTE,
                DatePart.SECOND)) {
            parts.put(part.name(), part);
        }
        parts.put("DAYOFMONTH", DatePart.DAY);
        parts.put("WEEKOFYEAR", DatePart.WEEK);
        parts.forEach((name, part) -> rows.add(scalar(name, Accepts.MOMENT)
                .returns(SnowflakeType.number(4, 0))
                .emit(call -> alone(name, part, call))));
        for (var name : List.of("DATE_FROM_PARTS", "DATEFROMPARTS")) {
            rows.add(scalar(name, Accepts.INTEGER, Accepts.INTEGER, Accepts.INTEGER)
                    .returns(SnowflakeType.DATE)
                    .sql("CAST(make_date(CAST({0} AS BIGINT), 1, 1) + to_months(CAST({1} - 1 AS INTEGER))"
                            + " + to_days(CAST({2} - 1 AS INTEGER)) AS DATE)"));
        }
        rows.add(scalar("MONTHNAME", Accepts.MOMENT)
                .emit(call -> "left(monthname(" + wallClock(call.arguments().get(0), call.casts()) + "), 3)"));
        rows.add(scalar("DAYNAME", Accepts.MOMENT)
                .emit(call -> "left(dayname(" + wallClock(call.arguments().get(0), call.casts()) + "), 3)"));
        return rows;
    }

    private static DatePart part(CallText call) {
        var part = partOf(call.arguments());
        if (!part.isPartOf(call.type(1).kind())) {
            throw FunctionErrors.invalidDatePart(part.name(), "DATE_PART");
        }
        return part;
    }

    private static String alone(String function, DatePart part, CallText call) {
        if (!part.isPartOf(call.type(0).kind())) {
            throw FunctionErrors.invalidArgumentTypes(function, List.of(call.type(0)));
        }
        return part(part, call.arguments().get(0), call.casts());
    }

    /** Nanoseconds since 1970 have more digits than anything else that is counted. */
    private static SnowflakeType counted(List<Argument> arguments) {
        var part = partOf(arguments);
        return part == DatePart.EPOCH_NANOSECOND || part == DatePart.NANOSECOND ? SnowflakeType.INTEGER : PART;
    }

    private static DatePart partOf(List<Argument> arguments) {
        return partOf(arguments.get(0));
    }

    private static DatePart partOf(Argument argument) {
        var name = String.valueOf(argument.constant());
        return DatePart.find(name).orElseThrow(() -> FunctionErrors.unknownDatePart(name));
    }

    private static SnowflakeType added(List<Argument> arguments) {
        var type = arguments.get(2).type();
        return type.is(TypeKind.DATE) && partOf(arguments).isOfTime() ? SnowflakeType.TIMESTAMP_NTZ : type;
    }

    private static String add(CallText call) {
        return withinYears(sum(call), call.arguments().get(1), added(call.arguments()));
    }

    /**
     * Snowflake takes some years beyond 9999 and does not say which; this many digits are what its formats can write.
     *
     * @param moment the sum
     * @param amount what was added
     */
    static String withinYears(String moment, Argument amount, SnowflakeType type) {
        var calendar = switch (type.kind()) {
            case TIMESTAMP_LTZ -> "(x.m AT TIME ZONE 'UTC')";
            case TIMESTAMP_TZ -> "x.m.utc";
            default -> "x.m";
        };
        if (type.is(TypeKind.TIME)) {
            return moment;
        }
        var checked = "CASE WHEN year(" + calendar + ") NOT BETWEEN 1 AND " + LAST_YEAR + " THEN "
                + RunTimeError.raise(Errors.notSupported("dates before the year 1 or after " + LAST_YEAR))
                + " ELSE x.m END";
        // The engine computes what is written twice once, and folds constants; a lambda is slower. Nested, it would
        // double with
        // every level, and what gives another value each time must stand there once.
        boolean twice =
                amount.constant() != null && moment.length() <= LONGEST_WRITTEN_TWICE && !moment.contains("nextval(");
        return twice ? checked.replace("x.m", moment) : Sql.once(Map.of("m", moment), checked);
    }

    private static String sum(CallText call) {
        var part = unit(call, "DATEADD");
        requireTimeOfDay(part, call.type(2), "DATEADD");
        var interval = part.interval(call.sql(1));
        var value = call.sql(2);
        return switch (call.type(2).kind()) {
            case DATE ->
                part.isOfTime()
                        ? "(CAST(" + value + " AS TIMESTAMP) + " + interval + ")"
                        : "CAST(" + value + " + " + interval + " AS DATE)";
            case TIMESTAMP_LTZ -> inZone(part, call.casts(), value, "", " + " + interval);
            case TIMESTAMP_TZ -> Sql.once(Map.of("t", value, "i", interval), "sf_tz_add(x.t, x.i)");
            default -> "(" + value + " + " + interval + ")";
        };
    }

    /** Days and longer units are counted on the session's wall clock, shorter ones on the time line. */
    private static String inZone(DatePart part, Casts casts, String ltz, String before, String after) {
        var zone = part.isOfTime() ? "'UTC'" : casts.zoneSql();
        return "((" + before + "(" + ltz + " AT TIME ZONE " + zone + ")" + after + ") AT TIME ZONE " + zone + ")";
    }

    private static DatePart unit(CallText call, String function) {
        return unit(call.arguments().get(0), function);
    }

    /** The unit of time that a constant names. */
    static DatePart unit(Argument argument, String function) {
        var part = partOf(argument);
        if (!part.isUnit()) {
            throw FunctionErrors.invalidDatePart(part.name(), function);
        }
        return part;
    }

    /** Boundaries crossed; DuckDB counts whole weeks instead. */
    private static String difference(CallText call) {
        var part = unit(call, "DATEDIFF");
        var from = comparableMoment(call.arguments().get(1), call.casts());
        var to = comparableMoment(call.arguments().get(2), call.casts());
        if (part == DatePart.WEEK) {
            var weeks = call.casts().weeks();
            return "(date_diff('day', " + weeks.begin(from) + ", " + weeks.begin(to) + ") // 7)";
        }
        var difference = "date_diff('" + part.duckUnit() + "', " + from + ", " + to + ")";
        return part == DatePart.NANOSECOND ? "(" + difference + " * 1000)" : difference;
    }

    private static String comparableMoment(Argument moment, Casts casts) {
        return moment.type().is(TypeKind.TIME)
                ? "(DATE '1970-01-01' + " + moment.sql() + ")"
                : wallClock(moment, casts);
    }

    /** docs.snowflake.com/en/sql-reference/functions/dateadd and date_trunc: a TIME has no days. */
    private static void requireTimeOfDay(DatePart part, SnowflakeType type, String function) {
        if (type.is(TypeKind.TIME) && !part.isOfTime()) {
            throw FunctionErrors.invalidDatePart(part.name(), function);
        }
    }

    private static String truncate(CallText call) {
        var part = period(call.arguments().get(0), "DATE_TRUNC");
        requireTimeOfDay(part, call.type(1), "DATE_TRUNC");
        return truncate(part, call.arguments().get(1), call.casts());
    }

    /** The period that a constant names: a unit of time, or a week or year of ISO weeks. */
    static DatePart period(Argument argument, String function) {
        var part = partOf(argument);
        if (!part.isPeriod()) {
            throw FunctionErrors.invalidDatePart(part.name(), function);
        }
        return part;
    }

    /** A date, time or timestamp cut to a unit. */
    static String truncate(DatePart part, Argument moment, Casts casts) {
        var value = moment.sql();
        return switch (moment.type().kind()) {
            case DATE -> part.isOfTime() ? value : "CAST(" + begin(part, value, casts) + " AS DATE)";
            case TIME -> "CAST(" + begin(part, "DATE '1970-01-01' + " + value, casts) + " AS TIME)";
            case TIMESTAMP_LTZ -> {
                var zone = " AT TIME ZONE " + casts.zoneSql() + ")";
                yield "(" + begin(part, "(" + value + zone, casts) + zone;
            }
            case TIMESTAMP_TZ ->
                "sf_tz_at(" + begin(part, "sf_tz_wall_clock(" + value + ")", casts) + ", " + value + ".offset_minutes)";
            default -> begin(part, value, casts);
        };
    }

    /** When a period begins; a date may become a timestamp. */
    static String begin(DatePart part, String moment, Casts casts) {
        return part == DatePart.WEEK
                ? casts.weeks().begin(moment)
                : "date_trunc('" + part.duckUnit() + "', " + moment + ")";
    }

    static String wallClock(Argument moment, Casts casts) {
        return casts.convert(moment.sql(), moment.type(), SnowflakeType.TIMESTAMP_NTZ, Casts.Mode.CAST);
    }

    private static String part(DatePart part, Argument moment, Casts casts) {
        if (moment.type().is(TypeKind.TIME)) {
            return part(part, "(DATE '1970-01-01' + " + moment.sql() + ")", casts.weeks());
        }
        if (part.name().startsWith("EPOCH") && moment.type().is(TypeKind.TIMESTAMP_LTZ)) {
            return part(part, "(" + moment.sql() + " AT TIME ZONE 'UTC')", casts.weeks());
        }
        if (part.name().startsWith("EPOCH") && moment.type().is(TypeKind.TIMESTAMP_TZ)) {
            return part(part, moment.sql() + ".utc", casts.weeks());
        }
        if (part == DatePart.TIMEZONE_HOUR || part == DatePart.TIMEZONE_MINUTE) {
            var tz = casts.convert(moment.sql(), moment.type(), SnowflakeType.TIMESTAMP_TZ, Casts.Mode.CAST);
            return (part == DatePart.TIMEZONE_HOUR ? "trunc(" : "(") + tz + ".offset_minutes"
                    + (part == DatePart.TIMEZONE_HOUR ? " / 60)" : " % 60)");
        }
        return part(part, wallClock(moment, casts), casts.weeks());
    }

    private static String part(DatePart part, String timestamp, Weeks weeks) {
        return switch (part) {
            case YEAR, MONTH, DAY, QUARTER, HOUR, MINUTE, DAYOFYEAR ->
                part.name().toLowerCase(Locale.ROOT) + "(" + timestamp + ")";
            case SECOND -> "second(" + timestamp + ")";
            case WEEK -> weeks.week(timestamp);
            case WEEKISO -> "week(" + timestamp + ")";
            case YEAROFWEEK -> weeks.yearOfWeek(timestamp);
            case YEAROFWEEKISO -> "isoyear(" + timestamp + ")";
            case DAYOFWEEK -> weeks.dayOfWeek(timestamp);
            case DAYOFWEEKISO -> "isodow(" + timestamp + ")";
            case MILLISECOND -> "(millisecond(" + timestamp + ") % 1000)";
            case MICROSECOND -> "(microsecond(" + timestamp + ") % 1000000)";
            case NANOSECOND -> "((microsecond(" + timestamp + ") % 1000000) * 1000)";
            case EPOCH_SECOND -> "CAST(floor(epoch_us(" + timestamp + ") / 1000000) AS BIGINT)";
            case EPOCH_MILLISECOND -> "epoch_ms(" + timestamp + ")";
            case EPOCH_MICROSECOND -> "epoch_us(" + timestamp + ")";
            default -> "epoch_ns(" + timestamp + ")";
        };
    }
}
