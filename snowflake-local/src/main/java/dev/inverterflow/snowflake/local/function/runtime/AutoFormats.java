package dev.inverterflow.snowflake.local.function.runtime;

import java.util.List;
import java.util.stream.Stream;

/** The formats that AUTO tries (docs.snowflake.com/en/sql-reference/date-time-input-output, "AUTO detection"). */
final class AutoFormats {
    private static final List<TimeFormat> DATES = formats("YYYY-MM-DD", "DD-MON-YYYY", "MM/DD/YYYY");
    private static final List<TimeFormat> TIMES = formats(
            "HH24:MI:SS.FFTZH:TZM",
            "HH24:MI:SS.FF",
            "HH24:MI:SS",
            "HH24:MI",
            "HH12:MI:SS.FF AM",
            "HH12:MI:SS AM",
            "HH12:MI AM");
    private static final List<TimeFormat> TIMESTAMPS = formats(
            "YYYY-MM-DD HH24:MI:SS.FF",
            "YYYY-MM-DD HH24:MI:SS",
            "YYYY-MM-DD HH24:MI:SS.FFTZH:TZM",
            "YYYY-MM-DD HH24:MI:SS.FF TZH:TZM",
            "YYYY-MM-DD HH24:MI:SS.FF TZHTZM",
            "YYYY-MM-DD HH24:MI:SS.FFTZHTZM",
            "YYYY-MM-DD HH24:MI:SS.FFTZH",
            "YYYY-MM-DD HH24:MI:SS TZH:TZM",
            "YYYY-MM-DD HH24:MI:SS TZHTZM",
            "YYYY-MM-DD HH24:MI:SSTZH:TZM",
            "YYYY-MM-DD HH24:MI:SSTZHTZM",
            "YYYY-MM-DD HH24:MI:SSTZH",
            "YYYY-MM-DD HH24:MITZH:TZM",
            "YYYY-MM-DD HH24:MI",
            "YYYY-MM-DD HH24",
            "DY, DD MON YYYY HH24:MI:SS TZHTZM",
            "DY, DD MON YYYY HH24:MI:SS.FF TZHTZM",
            "DY, DD MON YYYY HH12:MI:SS AM TZHTZM",
            "DY, DD MON YYYY HH12:MI:SS.FF AM TZHTZM",
            "DY, DD MON YYYY HH24:MI:SS",
            "DY, DD MON YYYY HH24:MI:SS.FF",
            "DY, DD MON YYYY HH12:MI:SS AM",
            "DY, DD MON YYYY HH12:MI:SS.FF AM",
            "DY MON DD HH24:MI:SS TZHTZM YYYY",
            "MM/DD/YYYY HH24:MI:SS");

    private AutoFormats() {}

    /** In the order in which they are tried. */
    static List<TimeFormat> of(Moment.Kind kind) {
        return switch (kind) {
            case DATE -> join(DATES, TIMESTAMPS);
            case TIME -> join(TIMES, TIMESTAMPS);
            default -> join(TIMESTAMPS, DATES);
        };
    }

    private static List<TimeFormat> formats(String... formats) {
        return Stream.of(formats).map(TimeFormat::of).toList();
    }

    private static List<TimeFormat> join(List<TimeFormat> first, List<TimeFormat> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
