package dev.inverterflow.procs.project;

import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.procs.run.ProcedureException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The OPTIONS of a projection. Every key may be left out.
 *
 * @param inverters how many inverters send readings; 1 to 10,000,000
 * @param intervalSeconds time between two readings of one inverter, s; 1 to 86,400
 * @param numFiles files per batch; 1 to 1,000
 * @param flattenSeconds time between two runs of FLATTEN, and of the COPY of a scheduled load, s; 10 to 86,400
 * @param compression how the client stores its files
 * @param edition Snowflake edition as PRICE_LIST names it
 * @param region AWS region of bucket and account, as in eu-central-1
 * @param fileDays days after which the bucket's lifecycle deletes a file; 1 to 3,650
 * @param tableMonths months of readings that the tables hold; 1 to 120
 */
record ProjectOptions(
        long inverters,
        long intervalSeconds,
        long numFiles,
        long flattenSeconds,
        Compression compression,
        String edition,
        String region,
        long fileDays,
        long tableMonths) {

    /** How files are stored. */
    enum Compression {
        NONE,
        GZIP
    }

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");

    /** Largest fleet. */
    static final long MOST_INVERTERS = 10_000_000;

    private static final Set<String> EDITIONS = Set.of("STANDARD", "ENTERPRISE", "BUSINESS_CRITICAL", "VPS");
    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "inverters",
            "interval_seconds",
            "num_files",
            "flatten_seconds",
            "compression",
            "edition",
            "region",
            "file_days",
            "table_months"));

    /**
     * Reads OPTIONS.
     *
     * @param options an object, or null for all defaults
     * @param deployed the defaults of {@code edition} and {@code region}
     * @throws ProcedureException for what is no object, unknown keys and values out of range, all named at once
     */
    static ProjectOptions of(@Nullable Variant options, Prices.Tariff deployed) {
        Reader reader = new Reader(values(options));
        ProjectOptions read = new ProjectOptions(
                reader.whole("inverters", 60, 1, MOST_INVERTERS),
                reader.whole("interval_seconds", 20, 1, 86_400),
                reader.whole("num_files", 4, 1, 1_000),
                reader.whole("flatten_seconds", 300, 10, 86_400),
                Compression.valueOf(reader.oneOf("compression", "NONE", Set.of("NONE", "GZIP"))),
                reader.oneOf("edition", deployed.edition(), EDITIONS),
                reader.region(deployed.region()),
                reader.whole("file_days", 30, 1, 3_650),
                reader.whole("table_months", 12, 1, 120));
        reader.refuseProblems();
        return read;
    }

    /** As the result repeats them. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("inverters", inverters);
        map.put("interval_seconds", intervalSeconds);
        map.put("num_files", numFiles);
        map.put("flatten_seconds", flattenSeconds);
        map.put("compression", compression.name().toLowerCase(Locale.ROOT));
        map.put("edition", edition);
        map.put("region", region);
        map.put("file_days", fileDays);
        map.put("table_months", tableMonths);
        return map;
    }

    /** What decides the prices. */
    Prices.Tariff tariff() {
        return new Prices.Tariff(edition, region);
    }

    private static Map<String, String> values(@Nullable Variant options) {
        Map<String, String> values = new TreeMap<>();
        if (options == null) {
            return values;
        }
        try {
            options.asMap().forEach((key, value) -> values.put(key, value.asString()));
        } catch (RuntimeException notAnObject) {
            throw ProcedureException.invalidArgument("OPTIONS must be an object such as"
                    + " {'inverters': 100, 'num_files': 1}; its keys are " + String.join(", ", KEYS));
        }
        return values;
    }

    private static final class Reader {
        private final Map<String, String> values;
        private final Set<String> problems = new TreeSet<>();

        Reader(Map<String, String> values) {
            this.values = values;
            values.keySet().stream()
                    .filter(key -> !KEYS.contains(key))
                    .forEach(key -> problems.add("'" + key + "' is no key; the keys are " + String.join(", ", KEYS)));
        }

        long whole(String key, long otherwise, long least, long most) {
            String text = values.get(key);
            if (text == null) {
                return otherwise;
            }
            try {
                long value = Long.parseLong(text);
                if (value >= least && value <= most) {
                    return value;
                }
            } catch (NumberFormatException notWhole) {
                // said below, with the range
            }
            problems.add(key + " must be a whole number from " + least + " to " + most + ", not " + text);
            return otherwise;
        }

        String oneOf(String key, String otherwise, Set<String> known) {
            String text = values.getOrDefault(key, otherwise).toUpperCase(Locale.ROOT);
            if (known.contains(text)) {
                return text;
            }
            problems.add(key + " must be one of " + String.join(", ", new TreeSet<>(known)) + ", not " + text);
            return otherwise;
        }

        String region(String otherwise) {
            String text = values.getOrDefault("region", otherwise).toLowerCase(Locale.ROOT);
            if (!REGION.matcher(text).matches()) {
                problems.add("region must be one of AWS, as in eu-central-1, not " + text);
            }
            return text;
        }

        void refuseProblems() {
            if (!problems.isEmpty()) {
                throw ProcedureException.invalidArgument("OPTIONS: " + String.join("; ", problems));
            }
        }
    }
}
