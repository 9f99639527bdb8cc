package dev.inverterflow.snowflake.local.function;

/**
 * Weeks as a session counts them, in DuckDB SQL on dates and wall clocks
 * (docs.snowflake.com/en/sql-reference/functions-date-time, "Calendar weeks and weekdays").
 *
 * @param start WEEK_START: 1 to 7 for Monday to Sunday, 0 for Monday with Sunday as day 0
 * @param fromFirstOfJanuary WEEK_OF_YEAR_POLICY = 1: the first week is the one with 1 January, however short
 */
record Weeks(int start, boolean fromFirstOfJanuary) {
    /** 1 January 1970 was a Thursday. */
    private static final int DAYS_BEFORE_1970 = 3;

    private int daysBehindMonday() {
        return start == 0 ? 0 : start - 1;
    }

    /** The first day of the week, at midnight. */
    String begin(String moment) {
        var days = "to_days(" + daysBehindMonday() + ")";
        return daysBehindMonday() == 0
                ? "date_trunc('week', " + moment + ")"
                : "(date_trunc('week', " + moment + " - " + days + ") + " + days + ")";
    }

    String dayOfWeek(String moment) {
        return start == 0 ? "dayofweek(" + moment + ")" : "((isodow(" + moment + ") + " + (7 - start) + ") % 7 + 1)";
    }

    String week(String moment) {
        if (fromFirstOfJanuary) {
            return "(date_diff('day', " + begin("date_trunc('year', " + moment + ")") + ", " + begin(moment)
                    + ") // 7 + 1)";
        }
        return daysBehindMonday() == 0 ? "week(" + moment + ")" : "((dayofyear(" + middle(moment) + ") + 6) // 7)";
    }

    String yearOfWeek(String moment) {
        if (fromFirstOfJanuary) {
            return "year(" + moment + ")";
        }
        return daysBehindMonday() == 0 ? "isoyear(" + moment + ")" : "year(" + middle(moment) + ")";
    }

    /** The fourth day of a week, whose year has most of it. */
    private String middle(String moment) {
        return "(" + begin(moment) + " + to_days(3))";
    }

    /** The first day of the week in which 1970 began, as a DuckDB constant. */
    String origin() {
        int days = daysBehindMonday() - DAYS_BEFORE_1970;
        return "(TIMESTAMP '1970-01-01' + to_days(" + (days > 0 ? days - 7 : days) + "))";
    }
}
