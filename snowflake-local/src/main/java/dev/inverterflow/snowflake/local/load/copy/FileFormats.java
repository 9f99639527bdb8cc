package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.PropertyValue;
import dev.inverterflow.snowflake.local.catalog.FormatRules;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the format that a load or a query of staged files uses: the statement's, else the stage's, else CSV.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/copy-into-table#format-type-options">Format type options</a>
 */
public final class FileFormats {
    private static final String STAGE_PREFIX = "FILE_FORMAT.";
    private static final String FORMAT_NAME = "FORMAT_NAME";

    private FileFormats() {}

    /**
     * The format for a statement with {@code FILE_FORMAT} among its options.
     *
     * @param stage the named stage it reads; empty for the stage of a table or a user
     */
    public static RowFormat of(Properties statementOptions, Optional<Stage> stage, SessionContext session) {
        return chosen(statementOptions, stage, session).format();
    }

    /** How the same format reads texts as dates, times and binaries. */
    static ValueForms forms(Properties statementOptions, Optional<Stage> stage, SessionContext session) {
        return chosen(statementOptions, stage, session).forms();
    }

    /** Whether the files of the same format name their fields. */
    static boolean headed(Properties statementOptions, Optional<Stage> stage, SessionContext session) {
        return chosen(statementOptions, stage, session).headed();
    }

    private static FormatOptions chosen(Properties statementOptions, Optional<Stage> stage, SessionContext session) {
        var written = ofStatement(statementOptions, session);
        return written.isEmpty() ? ofStage(stage, session) : written;
    }

    /** The same format as the options it was given, by upper-case name, for a statement that writes files. */
    public static Map<String, String> options(
            Properties statementOptions, Optional<Stage> stage, SessionContext session) {
        return chosen(statementOptions, stage, session).values();
    }

    private static FormatOptions ofStatement(Properties statementOptions, SessionContext session) {
        var property = statementOptions.find("FILE_FORMAT");
        if (property == null) {
            return new FormatOptions(Map.of());
        }
        // SELECT … FROM @stage (FILE_FORMAT => 'name') names a format, COPY has a group.
        if (!(property.value() instanceof PropertyValue.Group)) {
            var name = property.value()
                    .asText()
                    .orElseThrow(() -> Errors.invalidValue(property.value().toString(), "FILE_FORMAT"));
            return named(name, session);
        }
        var written = new HashMap<String, String>();
        for (Property each : statementOptions.group("FILE_FORMAT").all()) {
            written.put(each.name(), FormatOptions.text(each.value(), each.name()));
        }
        return withName(written, session);
    }

    private static FormatOptions ofStage(Optional<Stage> stage, SessionContext session) {
        var options = new TreeMap<String, String>();
        stage.ifPresent(known -> known.properties().forEach((name, value) -> {
            if (name.startsWith(STAGE_PREFIX)) {
                options.put(name.substring(STAGE_PREFIX.length()), value);
            }
        }));
        return withName(options, session);
    }

    private static FormatOptions withName(Map<String, String> options, SessionContext session) {
        var name = options.get(FORMAT_NAME);
        if (name == null) {
            return new FormatOptions(options);
        }
        FormatRules.checkAlone(FORMAT_NAME, options);
        return named(name, session);
    }

    private static FormatOptions named(String name, SessionContext session) {
        var format = session.find(ObjectType.FILE_FORMAT, session.resolve(Names.parse(name)))
                .orElseThrow(() -> Errors.objectDoesNotExist("File format", name));
        var options = new HashMap<>(format.options());
        options.put("TYPE", format.type());
        return new FormatOptions(options);
    }
}
