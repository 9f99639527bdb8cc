package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateStage;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Named stages, internal and external. */
final class StageDdl {

    static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("url"),
            ResultColumn.text("has_credentials"),
            ResultColumn.text("has_encryption_key"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("region"),
            ResultColumn.text("type"),
            ResultColumn.text("cloud"),
            ResultColumn.text("notification_channel"),
            ResultColumn.text("storage_integration"),
            ResultColumn.text("endpoint"),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("directory_enabled"));

    static final List<ResultColumn> PROPERTIES = List.of(
            ResultColumn.text("parent_property"),
            ResultColumn.text("property"),
            ResultColumn.text("property_type"),
            ResultColumn.text("property_value"),
            ResultColumn.text("property_default"));

    private static final String URL = "URL";
    private static final String INTEGRATION = "STORAGE_INTEGRATION";
    private static final Set<String> OWN_FIELDS = Set.of(URL, INTEGRATION);

    private final Consumer<Stage> replaced;

    StageDdl(Consumer<Stage> replaced) {
        this.replaced = replaced;
    }

    Result create(CreateStage statement, SessionContext session) {
        Properties properties = statement.properties();
        String integration = properties.text(INTEGRATION).orElse(null);
        if (integration != null
                && session.catalog()
                        .account(AccountType.INTEGRATION)
                        .find(integration)
                        .isEmpty()) {
            throw Errors.objectDoesNotExist("Integration", integration);
        }
        ObjectName name = session.resolve(statement.name());
        Result result = SchemaObjects.create(
                statement.mode(),
                statement.persistence(),
                ObjectType.STAGE,
                name,
                session,
                () -> new Stage(
                        name,
                        session.catalog().newId(),
                        properties.text(URL).orElse(null),
                        integration,
                        PropertyTexts.of(properties, OWN_FIELDS),
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(properties)),
                replaced);
        return stageArea(result, name);
    }

    Result alter(Alter statement, SessionContext session) {
        ObjectName name = session.resolve(statement.object().requireName());
        Stage stage = SchemaObjects.require(ObjectType.STAGE, name, session);
        if (!(statement.action() instanceof AlterAction.SetProperties set)) {
            throw Errors.notSupported("this ALTER STAGE");
        }
        Map<String, String> properties = new HashMap<>(stage.properties());
        properties.putAll(PropertyTexts.of(set.properties(), OWN_FIELDS));
        session.catalog()
                .objects(ObjectType.STAGE)
                .put(new Stage(
                        name,
                        stage.id(),
                        set.properties().text(URL).orElse(stage.url()),
                        set.properties().text(INTEGRATION).orElse(stage.integration()),
                        properties,
                        stage.owner(),
                        stage.createdOn(),
                        set.properties().text("COMMENT").orElse(stage.comment())));
        return Result.status("Statement executed successfully.");
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return SchemaObjects.shown(statement, ObjectType.STAGE, session).stream()
                .map(StageDdl::row)
                .toList();
    }

    List<List<@Nullable String>> describe(Describe statement, SessionContext session) {
        ObjectName name = session.resolve(statement.object().requireName());
        Stage stage = SchemaObjects.require(ObjectType.STAGE, name, session);
        List<List<@Nullable String>> rows = new ArrayList<>();
        new TreeMap<>(stage.properties()).forEach((property, value) -> {
            int dot = property.indexOf('.');
            String parent = dot < 0 ? "STAGE_COPY_OPTIONS" : "STAGE_" + property.substring(0, dot);
            rows.add(Result.row(parent, property.substring(dot + 1), "String", value, ""));
        });
        if (stage.url() != null) {
            rows.add(Result.row("STAGE_LOCATION", URL, "String", "[\"" + stage.url() + "\"]", ""));
        }
        if (stage.integration() != null) {
            rows.add(Result.row("STAGE_INTEGRATION", INTEGRATION, "String", stage.integration(), ""));
        }
        return rows;
    }

    /** Snowflake calls a stage so in this one message. */
    private static Result stageArea(Result result, ObjectName name) {
        boolean created = String.valueOf(result.scalar()).endsWith("successfully created.");
        return created ? Result.status("Stage area " + name.name() + " successfully created.") : result;
    }

    private static List<@Nullable String> row(Stage stage) {
        return Result.row(
                Shown.time(stage.createdOn()),
                stage.name().name(),
                stage.name().database(),
                stage.name().schema(),
                stage.url() == null ? "" : stage.url(),
                "N",
                "N",
                stage.owner(),
                stage.comment(),
                null,
                stage.external() ? "EXTERNAL" : "INTERNAL",
                stage.external() ? "AWS" : null,
                null,
                stage.integration(),
                null,
                "ROLE",
                "N");
    }
}
