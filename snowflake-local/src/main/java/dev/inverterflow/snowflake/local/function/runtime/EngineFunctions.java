package dev.inverterflow.snowflake.local.function.runtime;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.DOUBLE;
import static org.duckdb.DuckDBColumnType.TIMESTAMP;
import static org.duckdb.DuckDBColumnType.VARCHAR;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.function.runtime.EngineFunction.Body;
import dev.inverterflow.snowflake.local.function.runtime.EngineFunction.Failure;
import dev.inverterflow.snowflake.local.function.runtime.EngineFunction.NullCall;
import dev.inverterflow.snowflake.local.function.runtime.JsonBuilder.Nulls;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.duckdb.DuckDBColumnType;
import org.jspecify.annotations.Nullable;

/**
 * Registers the functions in Java that emitted SQL calls. All are pure. Each {@code sf_x} has a twin {@code sf_try_x}
 * that gives NULL where the first gives an error.
 */
public final class EngineFunctions {
    private static final int MOST_FIELD_LISTS = 1000;
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final List<EngineFunction> functions = new ArrayList<>();
    /** A reader for each list of paths that statements named lately. */
    private final Map<String, JsonFields> fields = new ConcurrentHashMap<>();

    private EngineFunctions() {
        numbers();
        json();
        variants();
        moments();
        regularExpressions();
    }

    /**
     * Registers everything; call it once per DuckDB instance, for all its connections.
     *
     * @throws SQLException if DuckDB refuses one
     */
    public static void register(Connection connection) throws SQLException {
        for (var function : new EngineFunctions().functions) {
            function.register(connection, Failure.ERROR);
            function.register(connection, Failure.NULL);
        }
        EngineFunction.registerVariadic(
                connection, "sf_object", arguments -> JsonBuilder.object(arguments, Nulls.LEFT_OUT));
        EngineFunction.registerVariadic(
                connection, "sf_object_keep_null", arguments -> JsonBuilder.object(arguments, Nulls.KEPT));
        EngineFunction.registerVariadic(connection, "sf_array", JsonBuilder::array);
    }

    private void add(String name, DuckDBColumnType result, Body body, DuckDBColumnType... parameters) {
        functions.add(new EngineFunction(name, List.of(parameters), result, NullCall.SKIPPED, body));
    }

    private void addForNulls(String name, DuckDBColumnType result, Body body, DuckDBColumnType... parameters) {
        functions.add(new EngineFunction(name, List.of(parameters), result, NullCall.MADE, body));
    }

    private void numbers() {
        add(
                "sf_decimal",
                VARCHAR,
                row -> NumberText.decimal(row.text(0), (int) row.whole(1), (int) row.whole(2)),
                VARCHAR,
                BIGINT,
                BIGINT);
        add("sf_double", DOUBLE, row -> NumberText.floatingPoint(row.text(0)), VARCHAR);
        add("sf_boolean", BOOLEAN, row -> NumberText.bool(row.text(0)), VARCHAR);
        add(
                "sf_divide",
                VARCHAR,
                row -> NumberText.divide(row.text(0), row.text(1), (int) row.whole(2)),
                VARCHAR,
                VARCHAR,
                BIGINT);
        add(
                "sf_multiply",
                VARCHAR,
                row -> NumberText.multiply(row.text(0), row.text(1), (int) row.whole(2)),
                VARCHAR,
                VARCHAR,
                BIGINT);
        add("sf_remainder", VARCHAR, row -> NumberText.remainder(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add("sf_double_text", VARCHAR, row -> JsonNumber.plainText(row.floatingPoint(0)), DOUBLE);
        add("sf_double_variant", VARCHAR, row -> JsonNumber.ofDouble(row.floatingPoint(0)), DOUBLE);
    }

    private void json() {
        add("sf_parse_json", VARCHAR, row -> JsonText.canonical(row.text(0)), VARCHAR);
        add("sf_check_json", VARCHAR, row -> checkJson(row.text(0)), VARCHAR);
        add("sf_get", VARCHAR, row -> JsonReader.get(row.text(0), JsonPath.parse(row.text(1))), VARCHAR, VARCHAR);
        add("sf_fields", VARCHAR, row -> fields(row.text(1)).read(row.text(0)), VARCHAR, VARCHAR);
        add("sf_get_element", VARCHAR, row -> step(row, new JsonPath.Element(row.whole(1))), VARCHAR, BIGINT);
        add("sf_get_field", VARCHAR, row -> step(row, new JsonPath.Field(row.text(1))), VARCHAR, VARCHAR);
        addForNulls(
                "sf_flatten",
                VARCHAR,
                row -> Flatten.records(row.textOrNull(0), row.text(1), row.bool(2), row.text(3)),
                VARCHAR,
                VARCHAR,
                BOOLEAN,
                VARCHAR);
        add("sf_object_delete", VARCHAR, row -> JsonBuilder.delete(row.text(0), texts(row.text(1))), VARCHAR, VARCHAR);
        add("sf_object_pick", VARCHAR, row -> JsonBuilder.pick(row.text(0), texts(row.text(1))), VARCHAR, VARCHAR);
        addForNulls(
                "sf_object_insert",
                VARCHAR,
                row -> row.isNull(0) || row.isNull(1)
                        ? null
                        : JsonBuilder.insert(row.text(0), row.text(1), row.textOrNull(2), row.bool(3)),
                VARCHAR,
                VARCHAR,
                VARCHAR,
                BOOLEAN);
        add("sf_object_keys", VARCHAR, row -> JsonBuilder.keys(row.text(0)), VARCHAR);
        add("sf_object_of_pairs", VARCHAR, row -> JsonBuilder.ofPairs(row.text(0)), VARCHAR);
        add("sf_array_size", BIGINT, row -> JsonBuilder.size(row.text(0)), VARCHAR);
        add("sf_array_compact", VARCHAR, row -> JsonBuilder.compact(row.text(0)), VARCHAR);
        addForNulls(
                "sf_array_append",
                VARCHAR,
                row -> row.isNull(0) ? null : JsonBuilder.append(row.text(0), row.textOrNull(1)),
                VARCHAR,
                VARCHAR);
        add("sf_array_cat", VARCHAR, row -> JsonBuilder.concatenate(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add("sf_array_contains", BOOLEAN, row -> JsonBuilder.contains(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add("sf_array_distinct", VARCHAR, row -> JsonBuilder.distinct(row.text(0)), VARCHAR);
        add(
                "sf_array_slice",
                VARCHAR,
                row -> JsonBuilder.slice(row.text(0), row.whole(1), row.whole(2)),
                VARCHAR,
                BIGINT,
                BIGINT);
        add("sf_array_to_string", VARCHAR, row -> JsonBuilder.join(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        add("sf_split", VARCHAR, row -> JsonBuilder.split(row.text(0), row.text(1)), VARCHAR, VARCHAR);
    }

    private JsonFields fields(String paths) {
        if (fields.size() > MOST_FIELD_LISTS) {
            fields.clear();
        }
        return fields.computeIfAbsent(paths, JsonFields::new);
    }

    private static @Nullable String checkJson(String text) {
        try {
            JsonText.canonical(text);
            return null;
        } catch (SnowflakeException e) {
            return e.getMessage().replaceFirst("^Error parsing JSON: ", "");
        }
    }

    private static @Nullable String step(Row row, JsonPath.Step step) {
        return JsonReader.get(row.text(0), List.of(step));
    }

    private static Set<String> texts(String array) {
        return new JsonReader(array).elements().stream().map(JsonText::unquote).collect(Collectors.toUnmodifiableSet());
    }

    private void variants() {
        add("sf_variant_text", VARCHAR, row -> VariantCast.text(row.text(0)), VARCHAR);
        add(
                "sf_variant_decimal",
                VARCHAR,
                row -> VariantCast.decimal(row.text(0), (int) row.whole(1), (int) row.whole(2)),
                VARCHAR,
                BIGINT,
                BIGINT);
        add("sf_variant_double", DOUBLE, row -> VariantCast.floatingPoint(row.text(0)), VARCHAR);
        add("sf_variant_boolean", BOOLEAN, row -> VariantCast.bool(row.text(0)), VARCHAR);
        add("sf_variant_array", VARCHAR, row -> VariantCast.array(row.text(0)), VARCHAR);
        add("sf_variant_object", VARCHAR, row -> VariantCast.object(row.text(0)), VARCHAR);
        add(
                "sf_variant_moment",
                TIMESTAMP,
                row -> time(VariantCast.moment(row.text(0), kind(row, 1), row.zone(2)), kind(row, 1)),
                VARCHAR,
                VARCHAR,
                VARCHAR);
        add(
                "sf_variant_offset",
                BIGINT,
                row -> offset(VariantCast.moment(row.text(0), kind(row, 1), row.zone(2))),
                VARCHAR,
                VARCHAR,
                VARCHAR);
    }

    /** Arguments: text, format or AUTO, kind, session's zone. Local and zoned timestamps come as UTC. */
    private void moments() {
        add(
                "sf_moment",
                TIMESTAMP,
                row -> time(MomentReader.by(row.text(0), row.text(1), kind(row, 2), row.zone(3)), kind(row, 2)),
                VARCHAR,
                VARCHAR,
                VARCHAR,
                VARCHAR);
        add(
                "sf_moment_offset",
                BIGINT,
                row -> offset(MomentReader.by(row.text(0), row.text(1), kind(row, 2), row.zone(3))),
                VARCHAR,
                VARCHAR,
                VARCHAR,
                VARCHAR);
        add("sf_is_zone", BOOLEAN, row -> isZone(row.text(0)), VARCHAR);
        add(
                "sf_epoch_moment",
                TIMESTAMP,
                row -> (row.whole(1) < 0
                                ? Moment.ofEpochNumber(row.decimal(0))
                                : Moment.ofEpoch(row.decimal(0), (int) row.whole(1)))
                        .wallClock(),
                VARCHAR,
                BIGINT);
        add(
                "sf_moment_text",
                VARCHAR,
                row -> MomentWriter.write(
                        new Moment(row.time(0), ZoneOffset.ofTotalSeconds((int) row.whole(1) * 60)), row.text(2)),
                TIMESTAMP,
                BIGINT,
                VARCHAR);
    }

    /** IANA names only; offsets are no time zones to Snowflake. */
    private static boolean isZone(String name) {
        return ZONES.contains(name);
    }

    private static Moment.Kind kind(Row row, int argument) {
        return Moment.Kind.valueOf(row.text(argument));
    }

    private static @Nullable LocalDateTime time(@Nullable Moment moment, Moment.Kind kind) {
        if (moment == null) {
            return null;
        }
        return kind == Moment.Kind.TIMESTAMP_LTZ || kind == Moment.Kind.TIMESTAMP_TZ
                ? LocalDateTime.ofInstant(moment.instant(), ZoneOffset.UTC)
                : moment.wallClock();
    }

    private static @Nullable Long offset(@Nullable Moment moment) {
        return moment == null ? null : moment.offset().getTotalSeconds() / 60L;
    }

    private void regularExpressions() {
        add(
                "sf_regexp_like",
                BOOLEAN,
                row -> RegularExpressions.like(row.text(0), row.text(1), row.text(2)),
                VARCHAR,
                VARCHAR,
                VARCHAR);
        add(
                "sf_regexp_substr",
                VARCHAR,
                row -> RegularExpressions.substring(
                        row.text(0), row.text(1), row.whole(2), row.whole(3), row.text(4), row.whole(5)),
                VARCHAR,
                VARCHAR,
                BIGINT,
                BIGINT,
                VARCHAR,
                BIGINT);
        add(
                "sf_regexp_instr",
                BIGINT,
                row -> RegularExpressions.place(
                        row.text(0), row.text(1), row.whole(2), row.whole(3), row.whole(4) == 1, row.text(5)),
                VARCHAR,
                VARCHAR,
                BIGINT,
                BIGINT,
                BIGINT,
                VARCHAR);
        add(
                "sf_regexp_count",
                BIGINT,
                row -> RegularExpressions.count(row.text(0), row.text(1), row.whole(2), row.text(3)),
                VARCHAR,
                VARCHAR,
                BIGINT,
                VARCHAR);
        add(
                "sf_regexp_replace",
                VARCHAR,
                row -> RegularExpressions.replace(
                        row.text(0), row.text(1), row.text(2), row.whole(3), row.whole(4), row.text(5)),
                VARCHAR,
                VARCHAR,
                VARCHAR,
                BIGINT,
                BIGINT,
                VARCHAR);
    }
}
