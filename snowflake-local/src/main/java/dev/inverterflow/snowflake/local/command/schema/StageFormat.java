package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.catalog.FormatRules;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The FILE_FORMAT of a stage among its properties: the name of a file format, or a type with its options.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-stage">CREATE STAGE</a>
 */
final class StageFormat {
    private static final String PREFIX = "FILE_FORMAT.";
    private static final String FORMAT_NAME = "FORMAT_NAME";

    private StageFormat() {}

    /** The format's options by upper-case name; none for a stage without one. */
    static Map<String, String> of(Stage stage) {
        return of(stage.properties());
    }

    static boolean isOption(String property) {
        return property.startsWith(PREFIX);
    }

    /**
     * The same properties of a stage with the format's full name in the place of its name, which means another one where
     * another schema is the session's.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if the format is not there, or is none that files can have
     */
    static Map<String, String> checked(Map<String, String> properties, SessionContext session) {
        Map<String, String> options = of(properties);
        String named = options.get(FORMAT_NAME);
        if (named == null) {
            FormatOptions.check(options.getOrDefault("TYPE", "CSV").toUpperCase(Locale.ROOT), options);
            return properties;
        }
        FormatRules.checkAlone(FORMAT_NAME, options);
        ObjectName name = session.resolve(Names.parse(named));
        if (session.find(ObjectType.FILE_FORMAT, name).isEmpty()) {
            throw Errors.objectDoesNotExist("File format", named);
        }
        Map<String, String> full = new TreeMap<>(properties);
        full.put(PREFIX + FORMAT_NAME, name.toString());
        return full;
    }

    private static Map<String, String> of(Map<String, String> properties) {
        Map<String, String> options = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (isOption(name)) {
                options.put(name.substring(PREFIX.length()), value);
            }
        });
        return options;
    }
}
