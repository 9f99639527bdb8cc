package dev.inverterflow.snowflake.local.function.runtime;

import static org.duckdb.DuckDBColumnType.BIGINT;
import static org.duckdb.DuckDBColumnType.BOOLEAN;
import static org.duckdb.DuckDBColumnType.VARCHAR;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Semi-structured values: paths into them, and objects and arrays made from each other. */
final class JsonFunctions extends FunctionGroup {
    private static final int MOST_FIELD_LISTS = 1000;

    /** A reader for each list of paths that statements named lately. */
    private final Map<String, JsonFields> fields = new ConcurrentHashMap<>();

    private final Map<String, JsonShape> shapes = new ConcurrentHashMap<>();

    private final Map<String, Set<String>> keys = new ConcurrentHashMap<>();

    JsonFunctions() {
        add("sf_parse_json", VARCHAR, row -> JsonText.canonical(row.text(0)), VARCHAR);
        add("sf_parse_json_last", VARCHAR, row -> JsonText.canonicalOfLast(row.text(0)), VARCHAR);
        add("sf_check_json", VARCHAR, row -> checkJson(row.text(0)), VARCHAR);
        add("sf_get", VARCHAR, row -> JsonReader.get(row.text(0), JsonPath.parse(row.text(1))), VARCHAR, VARCHAR);
        add("sf_fields", VARCHAR, row -> fields(row.text(1)).read(row.text(0)), VARCHAR, VARCHAR);
        add("sf_shaped", VARCHAR, row -> shape(row.text(1)).of(row.text(0)), VARCHAR, VARCHAR);
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
        add("sf_object_delete", VARCHAR, row -> JsonBuilder.delete(row.text(0), quoted(row.text(1))), VARCHAR, VARCHAR);
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
        add("sf_arrays_zip", VARCHAR, row -> JsonArrays.zipped(row.text(0)), VARCHAR);
        add("sf_array_cat", VARCHAR, row -> JsonBuilder.concatenate(row.text(0), row.text(1)), VARCHAR, VARCHAR);
        addForNulls(
                "sf_array_contains",
                BOOLEAN,
                row -> row.isNull(1) ? null : JsonBuilder.contains(row.textOrNull(0), row.text(1)),
                VARCHAR,
                VARCHAR);
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

    private JsonShape shape(String text) {
        if (shapes.size() > MOST_FIELD_LISTS) {
            shapes.clear();
        }
        return shapes.computeIfAbsent(text, JsonShape::parse);
    }

    /** Keys of an array of strings, in their quotes. */
    private Set<String> quoted(String array) {
        if (keys.size() > MOST_FIELD_LISTS) {
            keys.clear();
        }
        return keys.computeIfAbsent(array, text -> Set.copyOf(new JsonReader(text).elements()));
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
        return new JsonReader(array)
                .elements().stream()
                        .filter(key -> JsonKind.of(key) == JsonKind.VARCHAR)
                        .map(JsonText::unquote)
                        .collect(Collectors.toUnmodifiableSet());
    }
}
