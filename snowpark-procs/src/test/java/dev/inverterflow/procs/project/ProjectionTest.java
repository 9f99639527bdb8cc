package dev.inverterflow.procs.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.ProcedureException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Figures are worked out by hand: 60 inverters, 20 s, 4 files, 300 B a reading, 5 s a run, Standard edition. */
class ProjectionTest {
    private static final Prices.Tariff DEPLOYED = new Prices.Tariff("STANDARD", "us-east-1");

    private static final Map<String, Price> PRICES = Map.of(
            "CREDIT", new Price(2.0, "USD", "credit", "list"),
            "SNOWPIPE", new Price(0.0037 / 1e9, "CREDIT", "byte", "list"),
            "SNOWPIPE_FORMER_FILE_FEE", new Price(0.06 / 1000, "CREDIT", "file", "list"),
            "SNOWPIPE_STREAMING", new Price(0.0037 / 1e9, "CREDIT", "byte", "list"),
            "SERVERLESS_TASK_XSMALL", new Price(0.9 / 3600, "CREDIT", "second", "list"),
            "WAREHOUSE_XSMALL", new Price(1.0 / 3600, "CREDIT", "second", "list"),
            "SNOWFLAKE_STORAGE", new Price(23 / 1e12, "USD", "byte-month", "list"),
            "S3_PUT", new Price(0.005 / 1000, "USD", "request", "list"),
            "S3_GET", new Price(0.0004 / 1000, "USD", "request", "list"),
            "S3_STORAGE", new Price(0.023 / 1e9, "USD", "byte-month", "list"));

    @Test
    void snowpipeIsBilledByBytesAndTheFlattenRunsCostMoreThanItAThousandTimes() {
        Projection projection = projection(null);

        assertThat(projection.readings()).isEqualTo(7_776_000);
        assertThat(projection.files()).isEqualTo(518_400);
        assertThat(projection.contentBytes()).isEqualTo(2_332_800_000.0);
        assertThat(amounts(projection, Way.SNOWPIPE))
                .containsExactly(
                        Map.entry("SNOWPIPE", cents(0.01726272)),
                        Map.entry("FLATTEN_SERVERLESS", cents(21.6)),
                        Map.entry("S3_PUT", cents(2.592)),
                        Map.entry("S3_GET", cents(0.20736)),
                        Map.entry("S3_STORAGE", cents(0.0536544)),
                        Map.entry("TABLE_STORAGE", cents(0.6438528)));
    }

    @Test
    void oneFileInsteadOfFourSavesRequestsAndNothingElse() {
        Projection four = projection(null);
        Projection one = projection(new Variant(Map.of("num_files", 1)));

        assertThat(amount(four, Way.SNOWPIPE) - amount(one, Way.SNOWPIPE))
                .isCloseTo((2.592 + 0.20736) * 3 / 4, within(1e-9));
    }

    @Test
    void gzipSavesBucketStorageAndNoSnowpipeCredits() {
        Projection plain = projection(null);
        Projection gzip = projection(new Variant(Map.of("compression", "gzip")));

        assertThat(amount(plain, Way.SNOWPIPE) - amount(gzip, Way.SNOWPIPE)).isCloseTo(0.0536544 * 0.9, within(1e-9));
    }

    @Test
    void aWarehouseIsBilledAtLeastAMinuteARunAndNeverMoreThanTheClock() {
        assertThat(amounts(projection(null), Way.SCHEDULED_COPY))
                .contains(Map.entry("WAREHOUSE", cents(312)), Map.entry("S3_LIST", cents(0.0432)));
        assertThat(amounts(projection(new Variant(Map.of("flatten_seconds", 30))), Way.SCHEDULED_COPY))
                .contains(Map.entry("WAREHOUSE", cents(1440)));
    }

    @Test
    void streamingHasNoFilesToPayFor() {
        assertThat(amounts(projection(null), Way.SNOWPIPE_STREAMING))
                .extracting(Map.Entry::getKey)
                .containsExactly("SNOWPIPE_STREAMING", "FLATTEN_SERVERLESS", "TABLE_STORAGE");
    }

    @Test
    void theFormerFeePerFileIsShownBesideTheWaysAndInNoSum() {
        // 518,400 files at 0.06 credits a thousand: 31.104 credits at 2 USD.
        Map<String, Object> result = ProjectCost.result(projection(null));

        assertThat(cents(projection(null).formerFileFee().amount())).isEqualTo(62.208);
        assertThat(result.get("comparison").toString()).contains("component=SNOWPIPE_FORMER_FILE_FEE");
        assertThat(cents(amount(projection(null), Way.SNOWPIPE))).isEqualTo(25.11413);
    }

    @Test
    void whatIfRowsChangeOneFigureOfTheFirst() {
        Map<String, Map<String, Object>> scenarios = WhatIf.scenarios(60, 4);

        assertThat(scenarios.values().iterator().next()).isEqualTo(Map.of("inverters", 60L, "num_files", 4L));
        assertThat(scenarios)
                .containsEntry("1 file a batch", Map.of("inverters", 60L, "num_files", 1L))
                .containsEntry("ten times the inverters", Map.of("inverters", 600L, "num_files", 4L))
                .doesNotContainKey("4 files a batch");
        Map<String, Object> row = WhatIf.row("as now", projection(null));
        assertThat(cents((double) row.get("snowpipe"))).isEqualTo(25.11413);
        assertThat(cents((double) row.get("copy"))).isEqualTo(315.540067);
        assertThat(row).containsEntry("currency", "USD").containsEntry("p50_seconds", 2.5);
    }

    @Test
    void latencyIsWhatWasMeasuredForSnowpipeAndUnknownOtherwise() {
        assertThat(latency(projection(null), Way.SNOWPIPE))
                .containsEntry("to_raw_p50_seconds", 2.5)
                .containsEntry("to_raw_p95_seconds", 7.0)
                .containsEntry("then_flatten_at_most_seconds", 300L);
        assertThat(latency(projection(null), Way.SCHEDULED_COPY)).containsEntry("to_raw_p50_seconds", "unknown");
        Projection neverMeasured = new Projection(
                ProjectOptions.of(null, DEPLOYED),
                new Measured(300, 0.1, 5, null, null, List.of()),
                new Prices(DEPLOYED, PRICES));
        assertThat(latency(neverMeasured, Way.SNOWPIPE)).containsEntry("to_raw_p95_seconds", "unknown");
    }

    @Test
    void aMissingPriceIsAnErrorThatNamesIt() {
        Map<String, Price> prices = new HashMap<>(PRICES);
        prices.remove("S3_GET");
        Projection projection = new Projection(
                ProjectOptions.of(null, DEPLOYED),
                projection(null).measured(),
                new Prices(new Prices.Tariff("VPS", "eu-west-1"), prices));

        assertThatThrownBy(() -> projection.lines(Way.SNOWPIPE))
                .isInstanceOf(ProcedureException.class)
                .hasMessageContaining("no price of S3_GET for edition VPS in eu-west-1");
    }

    @Test
    void everythingWrongWithTheOptionsIsSaidAtOnce() {
        assertThatThrownBy(() -> ProjectOptions.of(
                        new Variant(Map.of("invertors", "1", "num_files", "0", "edition", "gold", "region", "mars")),
                        DEPLOYED))
                .isInstanceOf(ProcedureException.class)
                .hasMessageContaining("'invertors' is no key; the keys are compression, edition")
                .hasMessageContaining("num_files must be a whole number from 1 to 1000, not 0")
                .hasMessageContaining("edition must be one of BUSINESS_CRITICAL, ENTERPRISE, STANDARD, VPS, not GOLD")
                .hasMessageContaining("region must be one of AWS, as in eu-central-1, not mars");
        assertThatThrownBy(() -> ProjectOptions.of(new Variant("[1]"), DEPLOYED))
                .hasMessageContaining("OPTIONS must be an object");
    }

    private static Projection projection(@Nullable Variant options) {
        return new Projection(
                ProjectOptions.of(options, DEPLOYED),
                new Measured(300, 0.1, 5, 2.5, 7.0, List.of()),
                new Prices(DEPLOYED, PRICES));
    }

    private static List<Map.Entry<String, Double>> amounts(Projection projection, Way way) {
        return projection.lines(way).stream()
                .map(line -> Map.entry(line.component(), cents(line.amount())))
                .toList();
    }

    /** To a millionth, so that the order of multiplications does not matter. */
    private static double cents(double amount) {
        return Math.round(amount * 1e6) / 1e6;
    }

    private static double amount(Projection projection, Way way) {
        return projection.lines(way).stream().mapToDouble(Line::amount).sum();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> latency(Projection projection, Way way) {
        List<Map<String, Object>> ways =
                (List<Map<String, Object>>) ProjectCost.result(projection).get("ways");
        return (Map<String, Object>) ways.get(way.ordinal()).get("latency");
    }
}
