package dev.inverterflow.snowflake.local.function;

import static dev.inverterflow.snowflake.local.function.FunctionRow.scalar;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Dates and times made of their parts, steps through the calendar, and other time zones. */
final class CalendarRows {
    private static final Accepts[] PARTS = {
        Accepts.INTEGER, Accepts.INTEGER, Accepts.INTEGER, Accepts.INTEGER, Accepts.INTEGER, Accepts.INTEGER
    };

    private CalendarRows() {}

    static List<FunctionRow> rows() {
        List<FunctionRow> rows = new ArrayList<>();
        steps(rows);
        zones(rows);
        for (var name : List.of("TIME_FROM_PARTS", "TIMEFROMPARTS")) {
            rows.add(scalar(name, Accepts.INTEGER, Accepts.INTEGER, Accepts.INTEGER)
                    .optional(Accepts.INTEGER)
                    .returns(SnowflakeType.TIME)
                    .emit(call -> "CAST(TIMESTAMP '1970-01-01'" + timeOfDay(call, 0) + " AS TIME)"));
        }
        for (var name : List.of("TIMESTAMP_FROM_PARTS", "TIMESTAMPFROMPARTS")) {
            fromParts(rows, name, SnowflakeType.TIMESTAMP_NTZ);
        }
        for (var name : List.of("TIMESTAMP_NTZ_FROM_PARTS", "TIMESTAMPNTZFROMPARTS")) {
            fromParts(rows, name, SnowflakeType.TIMESTAMP_NTZ);
        }
        for (var name : List.of("TIMESTAMP_LTZ_FROM_PARTS", "TIMESTAMPLTZFROMPARTS")) {
            fromParts(rows, name, SnowflakeType.TIMESTAMP_LTZ);
        }
        for (var name : List.of("TIMESTAMP_TZ_FROM_PARTS", "TIMESTAMPTZFROMPARTS")) {
            fromParts(rows, name, SnowflakeType.TIMESTAMP_TZ);
        }
        return rows;
    }

    private static void zones(List<FunctionRow> rows) {
        rows.add(scalar("CONVERT_TIMEZONE", Accepts.TEXT, Accepts.TEXT, Accepts.WALL_CLOCK)
                .returns(SnowflakeType.TIMESTAMP_NTZ)
                .sql("(({2} AT TIME ZONE sf_zone({0})) AT TIME ZONE sf_zone({1}))"));
        // A text may say its own offset.
        rows.add(scalar("CONVERT_TIMEZONE", Accepts.TEXT, Accepts.TEXT_ONLY)
                .returns(SnowflakeType.TIMESTAMP_TZ)
                .emit(call -> "sf_tz_in("
                        + call.casts()
                                .convert(
                                        call.casts()
                                                .convert(
                                                        call.sql(1),
                                                        SnowflakeType.VARCHAR,
                                                        SnowflakeType.TIMESTAMP_TZ,
                                                        Casts.Mode.CAST),
                                        SnowflakeType.TIMESTAMP_TZ,
                                        SnowflakeType.TIMESTAMP_LTZ,
                                        Casts.Mode.CAST)
                        + ", sf_zone(" + call.sql(0) + "))"));
        rows.add(scalar("CONVERT_TIMEZONE", Accepts.TEXT, Accepts.TIMESTAMP)
                .returns(SnowflakeType.TIMESTAMP_TZ)
                .emit(call -> "sf_tz_in("
                        + call.casts().convert(call.sql(1), call.type(1), SnowflakeType.TIMESTAMP_LTZ, Casts.Mode.CAST)
                        + ", sf_zone(" + call.sql(0) + "))"));
    }

    private static void steps(List<FunctionRow> rows) {
        rows.add(scalar("ADD_MONTHS", Accepts.MOMENT, Accepts.NUMBER)
                .returns(ResultRule.sameAs(0))
                .emit(CalendarRows::addMonths));
        rows.add(scalar("MONTHS_BETWEEN", Accepts.MOMENT, Accepts.MOMENT)
                .returns(SnowflakeType.FLOAT)
                .emit(call -> "sf_months_between(" + wallClock(call, 0) + ", " + wallClock(call, 1) + ")"));
        rows.add(scalar("NEXT_DAY", Accepts.MOMENT, Accepts.TEXT)
                .returns(SnowflakeType.DATE)
                .emit(call -> "(" + date(call) + " + CAST(1 + (sf_day_number(" + call.sql(1) + ") - dayofweek("
                        + date(call) + ") + 6) % 7 AS INTEGER))"));
        rows.add(scalar("PREVIOUS_DAY", Accepts.MOMENT, Accepts.TEXT)
                .returns(SnowflakeType.DATE)
                .emit(call -> "(" + date(call) + " - CAST(1 + (dayofweek(" + date(call) + ") - sf_day_number("
                        + call.sql(1) + ") + 6) % 7 AS INTEGER))"));
        rows.add(scalar("LAST_DAY", Accepts.MOMENT)
                .optional(Accepts.DATE_PART)
                .returns(SnowflakeType.DATE)
                .emit(CalendarRows::lastDay));
        rows.add(scalar("TRUNC", Accepts.MOMENT, Accepts.TEXT)
                .returns(ResultRule.sameAs(0))
                .emit(call -> MomentRows.truncate(
                        MomentRows.period(call.arguments().get(1), "TRUNC"),
                        call.arguments().get(0),
                        call.casts())));
        rows.add(scalar("TIME_SLICE", Accepts.MOMENT, Accepts.INTEGER, Accepts.TEXT)
                .optional(Accepts.TEXT)
                .returns(ResultRule.sameAs(0))
                .emit(CalendarRows::slice));
    }

    private static String wallClock(CallText call, int index) {
        return MomentRows.wallClock(call.arguments().get(index), call.casts());
    }

    private static String date(CallText call) {
        return "CAST(" + wallClock(call, 0) + " AS DATE)";
    }

    /** The last day of a month stays the last day (docs.snowflake.com/en/sql-reference/functions/add_months). */
    private static String addMonths(CallText call) {
        var months = "to_months(CAST(round(" + call.sql(1) + ") AS INTEGER))";
        var moved = onWallClock(
                call,
                time -> "CASE WHEN last_day(" + time + ") = CAST(" + time + " AS DATE) THEN CAST(last_day(" + time
                        + " + " + months + ") AS TIMESTAMP) + (" + time + " - date_trunc('day', " + time + ")) ELSE "
                        + time + " + " + months + " END");
        return MomentRows.withinYears(moved, call.arguments().get(1), call.type(0));
    }

    private static String onWallClock(CallText call, UnaryOperator<String> step) {
        var value = call.sql(0);
        var moved = step.apply("CAST(" + wallClock(call, 0) + " AS TIMESTAMP)");
        return switch (call.type(0).kind()) {
            case DATE -> "CAST(" + moved + " AS DATE)";
            case TIME -> "CAST(" + moved + " AS TIME)";
            case TIMESTAMP_LTZ ->
                "((" + moved + ") AT TIME ZONE " + call.casts().zoneSql() + ")";
            case TIMESTAMP_TZ -> "sf_tz_at(" + moved + ", " + value + ".offset_minutes)";
            default -> "(" + moved + ")";
        };
    }

    private static String lastDay(CallText call) {
        var part = call.size() < 2
                ? DatePart.MONTH
                : MomentRows.period(call.arguments().get(1), "LAST_DAY");
        var first = MomentRows.begin(part, wallClock(call, 0), call.casts());
        return switch (part) {
            case YEAR, QUARTER, MONTH, WEEK, DAY ->
                "CAST(" + first + " + " + part.interval("1") + " - to_days(1) AS DATE)";
            case WEEKISO -> "CAST(" + first + " + to_days(6) AS DATE)";
            case YEAROFWEEKISO -> "CAST(date_trunc('isoyear', " + first + " + to_days(375)) - to_days(1) AS DATE)";
            default -> throw FunctionErrors.invalidDatePart(part.name(), "LAST_DAY");
        };
    }

    /** Slices are counted from the beginning of 1970 (docs.snowflake.com/en/sql-reference/functions/time_slice). */
    private static String slice(CallText call) {
        var type = call.type(0);
        if (!type.is(TypeKind.DATE) && !type.is(TypeKind.TIMESTAMP_NTZ)) {
            throw FunctionErrors.invalidArgumentTypes("TIME_SLICE", List.of(type, call.type(1), call.type(2)));
        }
        var part = MomentRows.unit(call.arguments().get(2), "TIME_SLICE");
        if (part.isOfTime() && (type.is(TypeKind.DATE) || part.compareTo(DatePart.SECOND) > 0)) {
            throw FunctionErrors.invalidDatePart(part.name(), "TIME_SLICE");
        }
        var side = call.size() < 4
                ? "START"
                : String.valueOf(call.arguments().get(3).constant()).toUpperCase(Locale.ROOT);
        boolean end = side.equals("END");
        if (!end && !side.equals("START")) {
            throw FunctionErrors.invalidValue(side, "start_or_end");
        }
        var origin = part == DatePart.WEEK ? call.casts().weeks().origin() : "TIMESTAMP '1970-01-01'";
        var width = part.interval(call.sql(1));
        return onWallClock(
                call, time -> "time_bucket(" + width + ", " + time + ", " + origin + ")" + (end ? " + " + width : ""));
    }

    private static void fromParts(List<FunctionRow> rows, String name, SnowflakeType type) {
        var builder = scalar(name, PARTS).optional(Accepts.INTEGER);
        if (type.is(TypeKind.TIMESTAMP_TZ)) {
            builder.optional(Accepts.TEXT);
        }
        rows.add(builder.returns(type).emit(call -> zoned(parts(call), type, call)));
        if (type.is(TypeKind.TIMESTAMP_NTZ)) {
            rows.add(scalar(name, Accepts.DATE, Accepts.TIME).returns(type).sql("({0} + {1})"));
        }
    }

    /** Parts beyond their range carry over. */
    private static String parts(CallText call) {
        return "(CAST(make_date(CAST(" + call.sql(0) + " AS BIGINT), 1, 1) AS TIMESTAMP) + to_months(CAST("
                + call.sql(1) + " - 1 AS INTEGER)) + to_days(CAST(" + call.sql(2) + " - 1 AS INTEGER))"
                + timeOfDay(call, 3) + ")";
    }

    private static String timeOfDay(CallText call, int hour) {
        var text = " + to_hours(CAST(" + call.sql(hour) + " AS BIGINT)) + to_minutes(CAST(" + call.sql(hour + 1)
                + " AS BIGINT)) + to_seconds(CAST(" + call.sql(hour + 2) + " AS BIGINT))";
        return call.size() <= hour + 3
                ? text
                : text + " + to_microseconds(CAST(" + call.sql(hour + 3) + " AS BIGINT) // 1000)";
    }

    private static String zoned(String wallClock, SnowflakeType type, CallText call) {
        var zone =
                call.size() > 7 ? "sf_zone(" + call.sql(7) + ")" : call.casts().zoneSql();
        return switch (type.kind()) {
            case TIMESTAMP_LTZ -> "(" + wallClock + " AT TIME ZONE " + zone + ")";
            case TIMESTAMP_TZ -> "sf_tz_in(" + wallClock + " AT TIME ZONE " + zone + ", " + zone + ")";
            default -> wallClock;
        };
    }
}
