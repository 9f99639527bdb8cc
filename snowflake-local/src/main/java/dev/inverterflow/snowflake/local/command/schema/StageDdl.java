package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateStage;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
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
import dev.inverterflow.snowflake.local.execution.TemporaryObjects;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        boolean temporary = statement.persistence().isTemporary();
        Properties properties = statement.properties();
        String integration = properties.text(INTEGRATION).orElse(null);
        StageRules.check(properties.text(URL).orElse(null), integration, session);
        Map<String, String> others = StageFormat.checked(PropertyTexts.of(properties, OWN_FIELDS), session);
        StageRules.checkValues(others, properties.has(URL));
        ObjectName name = session.resolve(statement.name());
        TemporaryObjects.requireAllowed(statement.persistence(), "STAGE", name, session);
        Result result = SchemaObjects.create(
                statement.mode(),
                temporary
                        ? session.temporary(ObjectType.STAGE)
                        : session.catalog().objects(ObjectType.STAGE),
                ObjectType.STAGE,
                name,
                session,
                () -> new Stage(
                        name,
                        session.catalog().newId(),
                        properties.text(URL).orElse(null),
                        integration,
                        temporary,
                        others,
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(properties)),
                replaced);
        return stageArea(result, name);
    }

    Result alter(Alter statement, SessionContext session) {
        return SchemaObjects.alter(statement, ObjectType.STAGE, session, stage -> changed(stage, statement, session));
    }

    private static Stage changed(Stage stage, Alter statement, SessionContext session) {
        if (statement.action() instanceof AlterAction.UnsetProperties unset
                && !unset.names().equals(List.of("COMMENT"))) {
            throw Errors.notSupported("ALTER STAGE … UNSET " + String.join(", ", unset.names()));
        }
        return statement.action() instanceof AlterAction.SetProperties set
                ? changed(stage, set, session)
                : CommonChanges.apply(stage, statement.action(), session);
    }

    private static Stage changed(Stage stage, AlterAction.SetProperties set, SessionContext session) {
        String url = set.properties().text(URL).orElse(stage.url());
        String integration = set.properties().text(INTEGRATION).orElse(stage.integration());
        if (url != null && stage.url() == null) {
            throw Errors.invalidProperty(URL, "STAGE");
        }
        StageRules.check(url, integration, session);
        Map<String, String> properties = new HashMap<>(stage.properties());
        Map<String, String> written = StageFormat.checked(PropertyTexts.of(set.properties(), OWN_FIELDS), session);
        StageRules.checkChange(written, stage.external());
        // A new FILE_FORMAT takes the place of the old one, options it does not name included.
        if (written.keySet().stream().anyMatch(StageFormat::isOption)) {
            properties.keySet().removeIf(StageFormat::isOption);
        }
        properties.putAll(written);
        return new Stage(
                stage.name(),
                stage.id(),
                url,
                integration,
                stage.temporary(),
                properties,
                stage.owner(),
                stage.createdOn(),
                set.properties().text("COMMENT").orElse(stage.comment()));
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return SchemaObjects.shown(statement, ObjectType.STAGE, session).stream()
                .map(StageDdl::row)
                .toList();
    }

    List<List<@Nullable String>> describe(Describe statement, SessionContext session) {
        ObjectName name = session.resolve(statement.object().requireName());
        Stage stage = SchemaObjects.require(ObjectType.STAGE, name, session);
        return StageProperties.rows(stage);
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
                type(stage),
                stage.external() ? "AWS" : null,
                null,
                stage.integration(),
                null,
                "ROLE",
                Shown.yesNo(stage.property("DIRECTORY.ENABLE")
                        .filter(Boolean::parseBoolean)
                        .isPresent()));
    }

    private static String type(Stage stage) {
        String kind = stage.external() ? "EXTERNAL" : "INTERNAL";
        return stage.temporary() ? kind + " TEMPORARY" : kind;
    }
}
