package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateUser;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.User;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Users: recorded and shown. Every user logs in with the secret the server was started with; a PASSWORD is neither kept nor
 * asked for, keys are recorded only.
 */
final class UserCommands {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("name"),
            Shown.time("created_on"),
            ResultColumn.text("login_name"),
            ResultColumn.text("display_name"),
            ResultColumn.text("comment"),
            ResultColumn.text("disabled"),
            ResultColumn.text("default_warehouse"),
            ResultColumn.text("default_namespace"),
            ResultColumn.text("default_role"),
            ResultColumn.text("owner"),
            ResultColumn.text("type"),
            ResultColumn.text("has_rsa_public_key"));

    private static final Set<String> SECRETS = Set.of("PASSWORD");

    Result create(CreateUser statement, SessionContext session) {
        return AccountObjects.create(
                statement,
                AccountType.USER,
                session,
                name -> new User(
                        name,
                        PropertyTexts.of(statement.properties(), SECRETS),
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())));
    }

    Result alter(Alter statement, SessionContext session) {
        User user = AccountObjects.require(AccountType.USER, statement.object().requireName(), session);
        Map<String, String> properties = new HashMap<>(user.properties());
        String comment = user.comment();
        if (statement.action() instanceof AlterAction.SetProperties set) {
            properties.putAll(PropertyTexts.of(set.properties(), SECRETS));
            comment = set.properties().text("COMMENT").orElse(comment);
        } else if (statement.action() instanceof AlterAction.UnsetProperties unset) {
            unset.names().forEach(properties::remove);
            comment = unset.names().contains("COMMENT") ? "" : comment;
        } else {
            throw Errors.notSupported("this ALTER USER");
        }
        session.catalog()
                .account(AccountType.USER)
                .put(new User(user.name(), properties, user.owner(), user.createdOn(), comment));
        return Result.status("Statement executed successfully.");
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        return Shown.filter(
                        statement, session.catalog().account(AccountType.USER).all(), User::name)
                .stream()
                .map(UserCommands::row)
                .toList();
    }

    private static List<@Nullable String> row(User user) {
        Map<String, String> properties = user.properties();
        return Result.row(
                user.name(),
                Shown.time(user.createdOn()),
                properties.getOrDefault("LOGIN_NAME", user.name()),
                properties.getOrDefault("DISPLAY_NAME", user.name()),
                user.comment(),
                "false",
                properties.get("DEFAULT_WAREHOUSE"),
                properties.get("DEFAULT_NAMESPACE"),
                properties.get("DEFAULT_ROLE"),
                user.owner(),
                properties.get("TYPE"),
                String.valueOf(properties.containsKey("RSA_PUBLIC_KEY")));
    }
}
