package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateIntegration;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.IntegrationKind;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Integration;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Storage and notification integrations. Locally no role is assumed: external stages are read with the keys the server was
 * given; the trust properties are recorded and shown.
 */
final class IntegrationCommands {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("name"),
            ResultColumn.text("type"),
            ResultColumn.text("category"),
            ResultColumn.text("enabled"),
            ResultColumn.text("comment"),
            Shown.time("created_on"));

    static final List<ResultColumn> PROPERTIES = List.of(
            ResultColumn.text("property"),
            ResultColumn.text("property_type"),
            ResultColumn.text("property_value"),
            ResultColumn.text("property_default"));

    private static final String NOTIFICATION = "NOTIFICATION";
    private static final String STORAGE = "STORAGE";

    Result create(CreateIntegration statement, SessionContext session) {
        Map<String, String> properties = statement.kind() == IntegrationKind.STORAGE
                ? IntegrationRules.ofStorage(PropertyTexts.of(statement.properties(), Set.of()))
                : IntegrationRules.ofNotification(PropertyTexts.of(statement.properties(), Set.of()));
        return AccountObjects.create(
                statement,
                AccountType.INTEGRATION,
                session,
                name -> new Integration(
                        name,
                        properties.getOrDefault("TYPE", "").toUpperCase(Locale.ROOT),
                        properties,
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())));
    }

    Result alter(Alter statement, SessionContext session) {
        return AccountObjects.alter(
                statement,
                AccountType.INTEGRATION,
                session,
                integration ->
                        AccountObjects.changed(integration, statement.action(), AccountType.INTEGRATION, Set.of()));
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        List<Integration> wanted = Shown.visible(AccountType.INTEGRATION, session).stream()
                .filter(integration -> switch (statement.kind()) {
                    case STORAGE_INTEGRATIONS -> category(integration).equals(STORAGE);
                    case NOTIFICATION_INTEGRATIONS -> category(integration).equals(NOTIFICATION);
                    default -> true;
                })
                .toList();
        return Shown.filter(statement, wanted, Integration::name).stream()
                .map(integration -> Result.row(
                        integration.name(),
                        integration.type(),
                        category(integration),
                        integration
                                .properties()
                                .getOrDefault("ENABLED", "false")
                                .toLowerCase(Locale.ROOT),
                        integration.comment(),
                        Shown.time(integration.createdOn())))
                .toList();
    }

    List<List<@Nullable String>> describe(Describe statement, SessionContext session) {
        Integration integration = AccountObjects.require(
                AccountType.INTEGRATION, statement.object().requireName(), session);
        List<List<@Nullable String>> rows = new ArrayList<>();
        new TreeMap<>(integration.properties())
                .forEach((name, value) -> rows.add(Result.row(name, type(name, value), shown(value), defaultOf(name))));
        rows.add(Result.row("COMMENT", "String", integration.comment(), ""));
        return rows;
    }

    private static String category(Integration integration) {
        return integration.type().equals("EXTERNAL_STAGE") ? STORAGE : NOTIFICATION;
    }

    private static String type(String name, String value) {
        if (name.endsWith("_LOCATIONS") || name.endsWith("_RECIPIENTS")) {
            return "List";
        }
        return isFlag(value) ? "Boolean" : "String";
    }

    private static String defaultOf(String name) {
        return switch (name) {
            case "ENABLED" -> "false";
            case "STORAGE_ALLOWED_LOCATIONS", "STORAGE_BLOCKED_LOCATIONS", "ALLOWED_RECIPIENTS" -> "[]";
            default -> "";
        };
    }

    private static String shown(String value) {
        return isFlag(value) ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static boolean isFlag(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }
}
