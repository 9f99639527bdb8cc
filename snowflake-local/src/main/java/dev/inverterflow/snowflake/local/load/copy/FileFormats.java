package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.PropertyValue;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.json.JsonFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the format that a load or a query of staged files uses: the statement's, else the stage's, else CSV.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#format-type-options">Format type options</a>
 */
public final class FileFormats {
    private static final String STAGE_PREFIX = "FILE_FORMAT.";

    /** Options with an effect here. */
    private static final Set<String> READ =
            Set.of("TYPE", "FORMAT_NAME", "STRIP_OUTER_ARRAY", "STRIP_NULL_VALUES", "ALLOW_DUPLICATE");

    /** Options that are accepted with the one value that this reader gives anyway. */
    private static final Map<String, Set<String>> FIXED = Map.of(
            "COMPRESSION", Set.of("AUTO", "GZIP", "NONE"),
            "MULTI_LINE", Set.of("TRUE"),
            "ENABLE_OCTAL", Set.of("FALSE"),
            "TRIM_SPACE", Set.of("FALSE"),
            "REPLACE_INVALID_CHARACTERS", Set.of("FALSE"),
            "IGNORE_UTF8_ERRORS", Set.of("FALSE"),
            "SKIP_BYTE_ORDER_MARK", Set.of("TRUE"));

    private FileFormats() {}

    /** The format for a COPY with {@code FILE_FORMAT = (…)} among its options. */
    public static JsonFormat of(Properties statementOptions, Stage stage, SessionContext session) {
        return json(ofStatement(statementOptions, session).orElseGetStage(stage));
    }

    private static Options ofStatement(Properties statementOptions, SessionContext session) {
        var property = statementOptions.find("FILE_FORMAT");
        if (property == null) {
            return new Options(Map.of());
        }
        // SELECT … FROM @stage (FILE_FORMAT => 'name') names a format, COPY has a group.
        if (!(property.value() instanceof PropertyValue.Group)) {
            var name = property.value()
                    .asText()
                    .orElseThrow(() -> Errors.invalidValue(property.value().toString(), "FILE_FORMAT"));
            return new Options(named(name, session));
        }
        var written = new HashMap<String, String>();
        for (Property each : statementOptions.group("FILE_FORMAT").all()) {
            written.put(
                    each.name(),
                    each.value().asText().orElseThrow(() -> Errors.notSupported("file format option " + each.name())));
        }
        var name = written.remove("FORMAT_NAME");
        return new Options(name == null ? written : named(name, session));
    }

    private static Map<String, String> named(String name, SessionContext session) {
        var format = session.find(ObjectType.FILE_FORMAT, session.resolve(Names.parse(name)))
                .orElseThrow(() -> Errors.objectDoesNotExist("File format", name));
        var options = new HashMap<>(format.options());
        options.put("TYPE", format.type());
        return options;
    }

    private static JsonFormat json(Options options) {
        var type = options.value("TYPE", "CSV").toUpperCase(Locale.ROOT);
        if (!type.equals("JSON")) {
            throw Errors.notSupported("files of TYPE = " + type);
        }
        options.checkKnown();
        return new JsonFormat(
                options.flag("STRIP_OUTER_ARRAY") ? JsonFormat.OuterArray.STRIPPED : JsonFormat.OuterArray.KEPT,
                options.flag("STRIP_NULL_VALUES") ? JsonFormat.NullFields.STRIPPED : JsonFormat.NullFields.KEPT,
                options.flag("ALLOW_DUPLICATE") ? JsonFormat.Duplicates.LAST_WINS : JsonFormat.Duplicates.REFUSED);
    }

    private record Options(Map<String, String> values) {
        Options orElseGetStage(Stage stage) {
            if (!values.isEmpty()) {
                return this;
            }
            var ofStage = new TreeMap<String, String>();
            stage.properties().forEach((name, value) -> {
                if (name.startsWith(STAGE_PREFIX)) {
                    ofStage.put(name.substring(STAGE_PREFIX.length()), value);
                }
            });
            return new Options(ofStage);
        }

        String value(String name, String otherwise) {
            return values.getOrDefault(name, otherwise);
        }

        boolean flag(String name) {
            var text = value(name, "FALSE").toUpperCase(Locale.ROOT);
            if (text.equals("TRUE") || text.equals("FALSE")) {
                return text.equals("TRUE");
            }
            throw Errors.invalidValue(text, name);
        }

        void checkKnown() {
            values.forEach((name, value) -> {
                var accepted = FIXED.getOrDefault(name, Set.of());
                if (!READ.contains(name) && !accepted.contains(value.toUpperCase(Locale.ROOT))) {
                    throw Errors.notSupported("file format option " + name + " = " + value);
                }
            });
        }
    }
}
