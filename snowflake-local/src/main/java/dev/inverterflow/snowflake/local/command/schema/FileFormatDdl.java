package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateFileFormat;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.FileFormat;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Named file formats. */
final class FileFormatDdl {

    static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("type"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("format_options"),
            ResultColumn.text("owner_role_type"));

    Result create(CreateFileFormat statement, SessionContext session) {
        ObjectName name = session.resolve(statement.name());
        String type = statement.properties().text("TYPE").orElse("CSV").toUpperCase(Locale.ROOT);
        return SchemaObjects.create(
                statement.mode(),
                statement.persistence(),
                ObjectType.FILE_FORMAT,
                name,
                session,
                () -> new FileFormat(
                        name,
                        type,
                        PropertyTexts.of(statement.properties(), Set.of("TYPE")),
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())),
                replaced -> {});
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return SchemaObjects.shown(statement, ObjectType.FILE_FORMAT, session).stream()
                .map(format -> Result.row(
                        Shown.time(format.createdOn()),
                        format.name().name(),
                        format.name().database(),
                        format.name().schema(),
                        format.type(),
                        format.owner(),
                        format.comment(),
                        format.options().toString(),
                        "ROLE"))
                .toList();
    }
}
