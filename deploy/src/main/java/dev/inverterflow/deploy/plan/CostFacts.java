package dev.inverterflow.deploy.plan;

import dev.inverterflow.deploy.change.CadenceCost.CreditPrice;
import dev.inverterflow.deploy.change.CadenceCost.RunTime;
import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.target.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a cadence's cost is computed with: how long the runs of the last days took, and what PRICE_LIST says of a credit.
 *
 * @param runTimes by the task's name
 */
public record CostFacts(Map<String, RunTime> runTimes, Optional<CreditPrice> creditPrice) {
    static final CostFacts NONE = new CostFacts(Map.of(), Optional.empty());

    /** Reads both; what is not there yet is left out. */
    static CostFacts read(SnowflakeSession session, Target target) {
        return new CostFacts(runTimes(session, target), creditPrice(session, target));
    }

    RunTime runTime(String name) {
        return runTimes.getOrDefault(name, RunTime.ASSUMED);
    }

    private static Map<String, RunTime> runTimes(SnowflakeSession session, Target target) {
        String query = """
                select NAME, avg(datediff(millisecond, QUERY_START_TIME, COMPLETED_TIME)) / 1000 as SECONDS, count(*) as RUNS
                from table(%s.information_schema.task_history(
                    scheduled_time_range_start => dateadd(day, -6, current_timestamp()), result_limit => 1000))
                where STATE = 'SUCCEEDED' and SCHEMA_NAME = '%s'
                group by NAME""".formatted(target.database(), target.schema().toUpperCase(Locale.ROOT));
        Map<String, RunTime> times = new HashMap<>();
        for (Row row : rows(session, query)) {
            times.put(
                    row.text("NAME"),
                    new RunTime(
                            Double.parseDouble(row.text("SECONDS")), "mean of the last " + row.text("RUNS") + " runs"));
        }
        return times;
    }

    private static Optional<CreditPrice> creditPrice(SnowflakeSession session, Target target) {
        String query = """
                select PRICE, CURRENCY
                from %s
                where ITEM = 'CREDIT'
                    and coalesce(VALID_FROM, '1970-01-01'::date) <= current_date()
                    and (VALID_TO is null or VALID_TO > current_date())
                order by VALID_FROM desc nulls last
                limit 1""".formatted(target.object("PRICES_OF_EDITION"));
        return rows(session, query).stream()
                .findFirst()
                .map(row -> new CreditPrice(Double.parseDouble(row.text("PRICE")), row.text("CURRENCY")));
    }

    private static List<Row> rows(SnowflakeSession session, String query) {
        try {
            return session.show(query);
        } catch (StatementFailure e) {
            if (e.meansMissingObject()) {
                return List.of();
            }
            throw e;
        }
    }
}
