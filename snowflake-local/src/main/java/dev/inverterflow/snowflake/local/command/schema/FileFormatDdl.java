package dev.inverterflow.snowflake.local.command.schema;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateFileFormat;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.FileFormat;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.TemporaryObjects;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    static final List<ResultColumn> PROPERTIES = List.of(
            ResultColumn.text("property"),
            ResultColumn.text("property_type"),
            ResultColumn.text("property_value"),
            ResultColumn.text("property_default"));

    private static final String TYPE = "TYPE";
    private static final Set<String> OWN_FIELDS = Set.of(TYPE);

    Result create(CreateFileFormat statement, SessionContext session) {
        boolean temporary = statement.persistence().isTemporary();
        ObjectName name = session.resolve(statement.name());
        TemporaryObjects.requireAllowed(statement.persistence(), "FILE FORMAT", name, session);
        String type = statement.properties().text(TYPE).orElse("CSV").toUpperCase(Locale.ROOT);
        Map<String, String> options = PropertyTexts.of(statement.properties(), OWN_FIELDS);
        FormatOptions.check(type, options);
        return SchemaObjects.create(
                statement.mode(),
                temporary
                        ? session.temporary(ObjectType.FILE_FORMAT)
                        : session.catalog().objects(ObjectType.FILE_FORMAT),
                ObjectType.FILE_FORMAT,
                name,
                session,
                () -> new FileFormat(
                        name,
                        type,
                        options,
                        temporary,
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())),
                replaced -> {});
    }

    Result alter(Alter statement, SessionContext session) {
        return SchemaObjects.alter(
                statement, ObjectType.FILE_FORMAT, session, format -> changed(format, statement, session));
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
                        options(format),
                        "ROLE"))
                .toList();
    }

    List<List<@Nullable String>> describe(Describe statement, SessionContext session) {
        ObjectName name = session.resolve(statement.object().requireName());
        FileFormat format = SchemaObjects.require(ObjectType.FILE_FORMAT, name, session);
        return FormatOptions.rows(format.type(), format.options());
    }

    private static FileFormat changed(FileFormat format, Alter statement, SessionContext session) {
        if (!(statement.action() instanceof AlterAction.SetProperties set)) {
            return CommonChanges.apply(format, statement.action(), session);
        }
        if (set.properties().has(TYPE)) {
            throw Errors.notSupported("ALTER FILE FORMAT … SET TYPE");
        }
        Map<String, String> written = PropertyTexts.of(set.properties(), Set.of());
        Map<String, String> options = new HashMap<>(format.options());
        options.putAll(written);
        FormatOptions.check(format.type(), options);
        return format.withOptions(options)
                .withComment(set.properties().text("COMMENT").orElse(format.comment()));
    }

    /** All options as one JSON object, as SHOW FILE FORMATS has them. */
    private static String options(FileFormat format) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        FormatOptions.rows(format.type(), format.options()).forEach(row -> put(json, row));
        return json.toString();
    }

    private static void put(ObjectNode json, List<@Nullable String> row) {
        String name = String.valueOf(row.get(0));
        String value = String.valueOf(row.get(2));
        switch (String.valueOf(row.get(1))) {
            case "Boolean" -> json.put(name, Boolean.parseBoolean(value));
            case "Integer" -> json.put(name, Long.parseLong(value));
            default -> json.put(name, value);
        }
    }
}
