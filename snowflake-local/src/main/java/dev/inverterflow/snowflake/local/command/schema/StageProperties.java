package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.execution.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a stage, set or not.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/desc-stage">DESCRIBE STAGE</a>
 */
final class StageProperties {

    private static final String STRING = "String";
    private static final String BOOLEAN = "Boolean";
    private static final String FORMAT = "STAGE_FILE_FORMAT";
    private static final String COPY = "STAGE_COPY_OPTIONS";

    private StageProperties() {}

    static List<List<@Nullable String>> rows(Stage stage) {
        List<List<@Nullable String>> rows = new ArrayList<>(format(stage));
        rows.add(Result.row(COPY, "ON_ERROR", STRING, "ABORT_STATEMENT", "ABORT_STATEMENT"));
        rows.add(Result.row(COPY, "SIZE_LIMIT", "Long", "", ""));
        rows.add(Result.row(COPY, "PURGE", BOOLEAN, "false", "false"));
        rows.add(Result.row(COPY, "RETURN_FAILED_ONLY", BOOLEAN, "false", "false"));
        rows.add(Result.row(COPY, "ENFORCE_LENGTH", BOOLEAN, "true", "true"));
        rows.add(Result.row(COPY, "TRUNCATECOLUMNS", BOOLEAN, "false", "false"));
        rows.add(Result.row(COPY, "FORCE", BOOLEAN, "false", "false"));
        if (stage.external()) {
            rows.add(Result.row("STAGE_LOCATION", "URL", STRING, "[\"" + stage.url() + "\"]", ""));
        }
        if (stage.integration() != null) {
            rows.add(Result.row("STAGE_INTEGRATION", "STORAGE_INTEGRATION", STRING, stage.integration(), ""));
        }
        stage.property("ENCRYPTION.TYPE")
                .ifPresent(type -> rows.add(Result.row("STAGE_ENCRYPTION", "TYPE", STRING, type, "")));
        String directory = stage.property("DIRECTORY.ENABLE").orElse("false").toLowerCase(Locale.ROOT);
        rows.add(Result.row("DIRECTORY", "ENABLE", BOOLEAN, directory, "false"));
        rows.add(Result.row("DIRECTORY", "AUTO_REFRESH", BOOLEAN, "false", "false"));
        return rows;
    }

    private static List<List<@Nullable String>> format(Stage stage) {
        Map<String, String> options = StageFormat.of(stage);
        String named = options.get("FORMAT_NAME");
        if (named != null) {
            return List.of(Result.row(FORMAT, "FORMAT_NAME", STRING, named, ""));
        }
        List<List<@Nullable String>> rows = new ArrayList<>();
        String type = options.getOrDefault("TYPE", "CSV").toUpperCase(Locale.ROOT);
        for (List<@Nullable String> option : FormatOptions.rows(type, options)) {
            List<@Nullable String> row = new ArrayList<>();
            row.add(FORMAT);
            row.addAll(option);
            rows.add(row);
        }
        return rows;
    }
}
