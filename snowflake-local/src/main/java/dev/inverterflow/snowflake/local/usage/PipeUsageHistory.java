package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.copy.LoadHistory;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Credits of pipes by the hour: the function and the view PIPE_USAGE_HISTORY.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/pipe_usage_history">PIPE_USAGE_HISTORY</a>
 */
final class PipeUsageHistory implements UsageFunction, UsageView {
    /** Its history is of 14 days; a range is refused that begins more than 15 days ago. */
    private static final Duration REACH = Duration.ofDays(15);
    /** Before DATE_RANGE_END, which is the beginning of the current day unless given. */
    private static final Duration DEFAULT_RANGE = Duration.ofMinutes(10);

    private static final List<String> ARGUMENTS = List.of("DATE_RANGE_START", "DATE_RANGE_END", "PIPE_NAME");

    private static final String BILLED = "coalesce(sum(bytes_billed), 0)";
    private static final String INSERTED = "coalesce(sum(bytes_billed) FILTER (row_count > 0), 0)";
    private static final String FILES = "count(*) FILTER (row_count > 0)";

    @Override
    public String name() {
        return "PIPE_USAGE_HISTORY";
    }

    @Override
    public UsageRelation call(List<NamedValue> values, SessionContext session) {
        var arguments = new HistoryArguments(name(), session.parameters().timeZone(), ARGUMENTS, values);
        var now = session.clock().instant();
        var end = arguments
                .time("DATE_RANGE_END")
                .orElse(UsageSql.startOfDay(now, session.parameters().timeZone()));
        var start = arguments.start("DATE_RANGE_START", end.minus(DEFAULT_RANGE), REACH, now);
        var pipe = arguments.text("PIPE_NAME").map(text -> session.resolve(Names.parse(text)));
        var period = Period.of(Duration.between(start, end));
        var columns = new UsageColumns()
                .time("START_TIME", period.start("min(last_load_time)"))
                .time("END_TIME", period.start("min(last_load_time)") + " + " + period.length)
                // Without the argument the answer is about all pipes together.
                .text(
                        "PIPE_NAME",
                        pipe.map(name -> Identifiers.literal(name.toString())).orElse("NULL"))
                .creditsText("CREDITS_USED", Rates.snowpipeCredits(BILLED))
                .number("BYTES_INSERTED", INSERTED)
                .number("FILES_INSERTED", FILES)
                .number("BYTES_BILLED", BILLED);
        var ofPipe = pipe.map(name -> " AND pipe_name = " + Identifiers.literal(name.name())
                        + " AND pipe_schema_name = " + Identifiers.literal(name.schema())
                        + " AND pipe_catalog_name = " + Identifiers.literal(name.database()))
                .orElse("");
        return new UsageRelation(
                columns,
                LoadHistory.TABLE + " WHERE pipe_id IS NOT NULL AND last_load_time >= " + UsageSql.time(start)
                        + " AND last_load_time <= " + UsageSql.time(end) + ofPipe + " AND "
                        + UsageAccess.credits(session) + " GROUP BY " + period.start("last_load_time"));
    }

    /** What an answer adds up; which range has which is not documented but by examples of 30 minutes, 12 hours and 14 days. */
    private enum Period {
        MINUTES("INTERVAL 5 MINUTE"),
        HOUR("INTERVAL 1 HOUR"),
        DAY("INTERVAL 24 HOUR");

        private final String length;

        Period(String length) {
            this.length = length;
        }

        static Period of(Duration range) {
            if (range.compareTo(Duration.ofHours(1)) < 0) {
                return MINUTES;
            }
            return range.compareTo(Duration.ofDays(1)) <= 0 ? HOUR : DAY;
        }

        String start(String moment) {
            return "time_bucket(" + length + ", " + moment + ")";
        }
    }

    @Override
    public Duration lag() {
        return Duration.ofHours(3);
    }

    @Override
    public UsageRelation view(Instant until) {
        var columns = new UsageColumns()
                .number("PIPE_ID", "pipe_id")
                .text("PIPE_NAME", "pipe_name")
                .time("START_TIME", UsageSql.hour("min(last_load_time)"))
                .time("END_TIME", UsageSql.endOfHour("min(last_load_time)"))
                .credits("CREDITS_USED", Rates.snowpipeCredits(BILLED))
                .add("BYTES_INSERTED", SnowflakeType.FLOAT, INSERTED)
                .add("FILES_INSERTED", SnowflakeType.VARIANT, FILES)
                .number("BYTES_BILLED", BILLED);
        return new UsageRelation(
                columns,
                LoadHistory.TABLE + " WHERE pipe_id IS NOT NULL AND last_load_time <= " + UsageSql.time(until)
                        + " GROUP BY pipe_id, pipe_name, "
                        + UsageSql.hour("last_load_time"));
    }
}
