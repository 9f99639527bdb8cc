package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateUser;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.authentication.Passwords;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.User;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.TerseColumn;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Users: recorded and shown. Of a PASSWORD only a hash is kept; a public key is checked and kept with its fingerprint.
 */
final class UserCommands {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("name"),
            Shown.time("created_on"),
            ResultColumn.text("login_name"),
            ResultColumn.text("display_name"),
            ResultColumn.text("first_name"),
            ResultColumn.text("last_name"),
            ResultColumn.text("email"),
            ResultColumn.text("mins_to_unlock"),
            ResultColumn.text("days_to_expiry"),
            ResultColumn.text("comment"),
            ResultColumn.text("disabled"),
            ResultColumn.text("must_change_password"),
            ResultColumn.text("snowflake_lock"),
            ResultColumn.text("default_warehouse"),
            ResultColumn.text("default_namespace"),
            ResultColumn.text("default_role"),
            ResultColumn.text("default_secondary_roles"),
            ResultColumn.text("ext_authn_duo"),
            ResultColumn.text("ext_authn_uid"),
            ResultColumn.text("mins_to_bypass_mfa"),
            ResultColumn.text("owner"),
            Shown.time("last_success_login"),
            Shown.time("expires_at_time"),
            Shown.time("locked_until_time"),
            ResultColumn.text("has_password"),
            ResultColumn.text("has_rsa_public_key"),
            ResultColumn.text("type"),
            ResultColumn.text("has_mfa"),
            ResultColumn.text("has_pat"),
            ResultColumn.text("has_workload_identity"),
            ResultColumn.text("is_from_organization_user"));

    static final List<TerseColumn> TERSE = TerseColumn.all(
            "name",
            "created_on",
            "display_name",
            "first_name",
            "last_name",
            "email",
            "org_identity",
            "comment",
            "has_password",
            "has_rsa_public_key",
            "type",
            "has_mfa",
            "has_pat",
            "has_federated_workload_authentication",
            "is_from_organization_user");

    /** What DESCRIBE USER answers. */
    static final List<ResultColumn> PROPERTIES = List.of(
            ResultColumn.text("property"),
            ResultColumn.text("value"),
            ResultColumn.text("default"),
            ResultColumn.text("description"));

    private static final String FALSE = "false";

    Result create(CreateUser statement, SessionContext session) {
        return AccountObjects.create(
                statement,
                AccountType.USER,
                session,
                name -> new User(
                        name,
                        UserSecrets.kept(statement.properties()),
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())));
    }

    Result alter(Alter statement, SessionContext session) {
        Alter named = statement.object().name() == null
                ? new Alter(
                        ObjectTarget.of(ObjectKind.USER, QualifiedName.of(Identifier.of(session.user()))),
                        statement.ifExists(),
                        statement.action(),
                        statement.span())
                : statement;
        refuseCurrentUserInOwnersRights(named, session);
        return AccountObjects.alter(
                named,
                AccountType.USER,
                session,
                user -> UserSecrets.changed(
                        AccountObjects.changed(user, named.action(), AccountType.USER, UserSecrets.NEVER_KEPT),
                        named.action()));
    }

    /** docs.snowflake.com/en/developer-guide/stored-procedure/stored-procedures-rights: ALTER USER. */
    private static void refuseCurrentUserInOwnersRights(Alter named, SessionContext session) {
        String name = named.object().requireName().last().name();
        if (session.inOwnersRightsProcedure() && name.equals(session.user())) {
            throw Errors.unsupportedInProcedure("ALTER_USER");
        }
    }

    List<List<@Nullable String>> describe(Describe statement, SessionContext session) {
        User user = AccountObjects.require(AccountType.USER, statement.object().requireName(), session);
        List<List<@Nullable String>> rows = new ArrayList<>();
        rows.add(Result.row("NAME", user.name(), null, "Name"));
        rows.add(Result.row("COMMENT", user.comment(), null, "Comment"));
        for (UserProperty property : UserProperty.values()) {
            rows.add(Result.row(
                    property.name(),
                    user.properties().getOrDefault(property.name(), property.defaultFor(user)),
                    property.defaultValue(),
                    property.description()));
        }
        return rows;
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
                properties.get("FIRST_NAME"),
                properties.get("LAST_NAME"),
                properties.get("EMAIL"),
                properties.get("MINS_TO_UNLOCK"),
                properties.get("DAYS_TO_EXPIRY"),
                user.comment(),
                properties.getOrDefault("DISABLED", FALSE).toLowerCase(Locale.ROOT),
                properties.getOrDefault("MUST_CHANGE_PASSWORD", FALSE).toLowerCase(Locale.ROOT),
                FALSE,
                properties.get("DEFAULT_WAREHOUSE"),
                properties.get("DEFAULT_NAMESPACE"),
                properties.get("DEFAULT_ROLE"),
                properties.getOrDefault("DEFAULT_SECONDARY_ROLES", "[]"),
                FALSE,
                null,
                null,
                user.owner(),
                null,
                null,
                null,
                String.valueOf(properties.containsKey(Passwords.PROPERTY)),
                String.valueOf(properties.containsKey("RSA_PUBLIC_KEY")),
                properties.get("TYPE"),
                FALSE,
                FALSE,
                FALSE,
                FALSE);
    }
}
