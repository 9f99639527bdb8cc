package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateIntegration;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.IntegrationKind;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Integration;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
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

    private static final Set<String> REQUIRED_FOR_STORAGE =
            Set.of("TYPE", "STORAGE_PROVIDER", "ENABLED", "STORAGE_ALLOWED_LOCATIONS");

    private static final String EXTERNAL_ID = "STORAGE_AWS_EXTERNAL_ID";
    private static final String USER_ARN = "STORAGE_AWS_IAM_USER_ARN";

    Result create(CreateIntegration statement, SessionContext session) {
        Map<String, String> properties = new HashMap<>(PropertyTexts.of(statement.properties(), Set.of()));
        boolean storage = statement.kind() == IntegrationKind.STORAGE;
        if (storage) {
            requireStorageProperties(properties);
            properties.putIfAbsent(EXTERNAL_ID, "LOCAL_SFCRole=" + UUID.randomUUID());
            properties.put(USER_ARN, "arn:aws:iam::000000000000:user/snowflake-local");
        }
        String type = properties.getOrDefault("TYPE", "").toUpperCase(Locale.ROOT);
        return AccountObjects.create(
                statement,
                AccountType.INTEGRATION,
                session,
                name -> new Integration(
                        name,
                        type,
                        properties,
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())));
    }

    Result alter(Alter statement, SessionContext session) {
        Integration old = AccountObjects.require(
                AccountType.INTEGRATION, statement.object().requireName(), session);
        Map<String, String> properties = new HashMap<>(old.properties());
        String comment = old.comment();
        if (statement.action() instanceof AlterAction.SetProperties set) {
            properties.putAll(PropertyTexts.of(set.properties(), Set.of()));
            comment = set.properties().text("COMMENT").orElse(comment);
        } else if (statement.action() instanceof AlterAction.UnsetProperties unset) {
            unset.names().forEach(properties::remove);
            comment = unset.names().contains("COMMENT") ? "" : comment;
        } else {
            throw Errors.notSupported("this ALTER INTEGRATION");
        }
        session.catalog()
                .account(AccountType.INTEGRATION)
                .put(new Integration(old.name(), old.type(), properties, old.owner(), old.createdOn(), comment));
        return Result.status("Statement executed successfully.");
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return Shown.filter(
                        statement,
                        session.catalog().account(AccountType.INTEGRATION).all(),
                        Integration::name)
                .stream()
                .map(integration -> Result.row(
                        integration.name(),
                        integration.type(),
                        integration.type().equals("QUEUE") ? "NOTIFICATION" : "STORAGE",
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
                .forEach((name, value) -> rows.add(Result.row(name, type(name, value), shown(value), "")));
        rows.add(Result.row("COMMENT", "String", integration.comment(), ""));
        return rows;
    }

    private static String type(String name, String value) {
        if (name.endsWith("_LOCATIONS")) {
            return "List";
        }
        return isFlag(value) ? "Boolean" : "String";
    }

    private static String shown(String value) {
        return isFlag(value) ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static boolean isFlag(String value) {
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
    }

    private static void requireStorageProperties(Map<String, String> properties) {
        for (String required : REQUIRED_FOR_STORAGE) {
            if (!properties.containsKey(required)) {
                throw new SnowflakeException(
                        2029, "42601", "SQL compilation error:\nMissing option(s): [" + required + "]");
            }
        }
        String provider = properties.getOrDefault("STORAGE_PROVIDER", "");
        if (!provider.equalsIgnoreCase("S3")) {
            throw Errors.notSupported("STORAGE_PROVIDER = '" + provider + "'");
        }
    }
}
