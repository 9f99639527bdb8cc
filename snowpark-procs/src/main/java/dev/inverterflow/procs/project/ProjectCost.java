package dev.inverterflow.procs.project;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.Database;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What-if: a month of another fleet, cadence, number of files or way of loading. Reads only. */
public final class ProjectCost {

    static final String UNKNOWN = "unknown";

    private ProjectCost() {}

    /** Runs the procedure. */
    public static Variant call(Database database, @Nullable Variant options) {
        Prices.Tariff deployed = Prices.Tariff.ofDeployment(database);
        ProjectOptions wanted = ProjectOptions.of(options, deployed);
        Prices prices = Prices.read(database, wanted.tariff(), deployed);
        Measured measured = Measurements.read(database).of(wanted.numFiles());
        return new Variant(result(new Projection(wanted, measured, prices)));
    }

    static Map<String, Object> result(Projection projection) {
        List<Map<String, @Nullable Object>> ways = new ArrayList<>();
        for (Way way : Way.values()) {
            ways.add(way(way, projection));
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("options", projection.options().asMap());
        result.put("month_days", 30);
        result.put("readings", projection.readings());
        result.put("files", projection.files());
        result.put("bytes", projection.contentBytes());
        result.put("ways", ways);
        result.put("comparison", List.of(projection.formerFileFee().asMap()));
        result.put(
                "assumptions",
                assumptions(projection.measured(), projection.options().region()));
        return result;
    }

    private static Map<String, @Nullable Object> way(Way way, Projection projection) {
        List<Line> lines = projection.lines(way);
        double amount = lines.stream().mapToDouble(Line::amount).sum();
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("way", way.name());
        result.put("amount", amount);
        result.put("currency", currency(lines));
        result.put("per_million_readings", amount / (projection.readings() / 1e6));
        result.put("per_inverter_month", amount / projection.options().inverters());
        result.put("latency", latency(way, projection));
        result.put("components", lines.stream().map(Line::asMap).toList());
        return result;
    }

    /** The one currency of all lines; null if PRICE_LIST mixes several, and then the sum means nothing. */
    private static @Nullable String currency(List<Line> lines) {
        List<String> currencies = lines.stream().map(Line::currency).distinct().toList();
        return currencies.size() == 1 ? currencies.get(0) : null;
    }

    /** Only Snowpipe was ever measured here: what nobody measured is said to be unknown. */
    private static Map<String, Object> latency(Way way, Projection projection) {
        Double p50 = projection.measured().p50Seconds();
        Double p95 = projection.measured().p95Seconds();
        boolean known = way == Way.SNOWPIPE && p50 != null && p95 != null;
        Map<String, Object> latency = new LinkedHashMap<>();
        latency.put("to_raw_p50_seconds", known && p50 != null ? p50 : UNKNOWN);
        latency.put("to_raw_p95_seconds", known && p95 != null ? p95 : UNKNOWN);
        latency.put("then_flatten_at_most_seconds", projection.options().flattenSeconds());
        latency.put(
                "source",
                known
                        ? "files of the last 30 days with NUM_FILES = "
                                + projection.options().numFiles()
                        : "not measured in this account");
        return latency;
    }

    static List<String> assumptions(Measured measured, String region) {
        List<String> all = new ArrayList<>(measured.assumptions());
        all.add("a month is 30 days of readings around the clock");
        all.add("cloud services stay below the free tenth of the warehouse credits");
        all.add("prices are those of PRICE_LIST in force today, for " + region
                + " unless price_source names another region; own rates are rows with a later VALID_FROM");
        all.add("data transfer between regions, KMS, CloudTrail and the client's machine are not included");
        return all;
    }
}
