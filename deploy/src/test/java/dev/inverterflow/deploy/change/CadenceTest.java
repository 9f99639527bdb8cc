package dev.inverterflow.deploy.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inverterflow.deploy.change.CadenceCost.CreditPrice;
import dev.inverterflow.deploy.change.CadenceCost.RunTime;
import dev.inverterflow.deploy.script.SqlStatement;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CadenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 SECONDS | 259200",
                "5 MINUTE | 8640",
                "1 HOURS | 720",
                "USING CRON 0 * * * * UTC | 720",
                "USING CRON */10 * * * * UTC | 4320",
                "USING CRON 15 2 * * * Europe/Vienna | 30",
                "USING CRON 0 9-17/2 * * MON-FRI UTC | 107.14",
                "USING CRON 0 0 1 * * UTC | 0.97",
                "USING CRON 0,30 0 L * * UTC | 1.94"
            })
    void countsTheRunsOfAMonth(String schedule, double runs) {
        assertThat(of("create task T schedule = '" + schedule + "' as select 1").runsPerMonth())
                .isCloseTo(runs, within(0.01));
    }

    @Test
    void aTriggeredTaskRunsAtMostOnceAnInterval() {
        String task =
                "create task T target_completion_interval = '5 MINUTES' %s when system$stream_has_data('S') as call P()";

        assertThat(of(task.formatted("user_task_minimum_trigger_interval_in_seconds = 300"))
                        .runsPerMonth())
                .isEqualTo(8640);
        assertThat(of(task.formatted("")).runsPerMonth()).isEqualTo(86_400);
    }

    @Test
    void aChildOfAGraphHasNone() {
        assertThat(new SqlStatement("create task C after ROOT when system$stream_has_data('S') as select 1", 1)
                        .declaration()
                        .flatMap(Cadence::of))
                .isEmpty();
    }

    @Test
    void pricesServerlessRunsByTheSecondAndWarehouseRunsByTheMinute() {
        Cadence before = of("create task T schedule = '5 MINUTES' as select 1");
        Cadence serverless = of("create task T schedule = '1 MINUTES' as select 1");
        Cadence warehouse = of("create task T warehouse = W schedule = '1 MINUTES' as select 1");

        // 8,640 runs of 5 s at 0.9 credits an hour; 43,200 of them; a warehouse that never rests bills 720 hours.
        CadenceCost cost = new CadenceCost(
                Optional.of(before), serverless, RunTime.ASSUMED, Optional.of(new CreditPrice(3, "USD")));
        assertThat(cost.creditsBefore()).isCloseTo(10.8, within(1e-9));
        assertThat(cost.creditsAfter()).isCloseTo(54.0, within(1e-9));
        assertThat(cost.words())
                .isEqualTo("5 MINUTES -> 1 MINUTES: at most 8,640 -> 43,200 runs a month; at 5.0 s each (assumed)"
                        + " 10.8 -> 54.0 credits, 32.40 -> 162.00 USD");
        assertThat(new CadenceCost(Optional.empty(), warehouse, RunTime.ASSUMED, Optional.empty()).creditsAfter())
                .isCloseTo(720, within(1e-9));
    }

    private static Cadence of(String statement) {
        return new SqlStatement(statement, 1).declaration().flatMap(Cadence::of).orElseThrow();
    }
}
