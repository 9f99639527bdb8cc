package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateRole;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.catalog.Grants;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.TerseColumn;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Account roles. */
final class RoleCommands {

    static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("is_default"),
            ResultColumn.text("is_current"),
            ResultColumn.text("is_inherited"),
            ResultColumn.number("assigned_to_users"),
            ResultColumn.number("granted_to_roles"),
            ResultColumn.number("granted_roles"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"));

    private static final String ROLE = "ROLE";

    Result create(CreateRole statement, SessionContext session) {
        if (statement.kind() == ObjectKind.DATABASE_ROLE) {
            throw Errors.notSupported("CREATE DATABASE ROLE");
        }
        return AccountObjects.create(
                statement,
                AccountType.ROLE,
                session,
                name -> new Role(
                        name,
                        session.role(),
                        session.clock().instant(),
                        PropertyTexts.comment(statement.properties())));
    }

    static final List<TerseColumn> TERSE =
            TerseColumn.all("created_on", "name", "is_default", "is_current", "is_inherited");

    Result alter(Alter statement, SessionContext session) {
        Result result = AccountObjects.alter(
                statement,
                AccountType.ROLE,
                session,
                role -> AccountObjects.changed(role, statement.action(), AccountType.ROLE, Set.of()));
        if (statement.action() instanceof AlterAction.RenameTo rename) {
            String from = AccountObjects.name(statement.object().requireName());
            String to = AccountObjects.name(rename.name());
            Inheritance.pass(from, to, session.catalog());
            session.catalog().grants().renameRole(from, to);
        }
        return result;
    }

    /** What the role owned goes to the role that drops it; its grants end. */
    Result drop(Drop statement, SessionContext session) {
        String name = AccountObjects.name(statement.object().requireName());
        if (SystemRoles.NAMES.contains(name)) {
            throw Errors.insufficientPrivileges("role", name);
        }
        Result result = AccountObjects.drop(statement, AccountType.ROLE, session);
        Inheritance.pass(name, session.role(), session.catalog());
        session.catalog().grants().removeIf(grant -> isTo(name, grant) || isOf(name, grant));
        return result;
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        Grants grants = session.catalog().grants();
        return Shown.filter(
                        statement, session.catalog().account(AccountType.ROLE).all(), Role::name)
                .stream()
                .map(role -> Result.row(
                        Shown.time(role.createdOn()),
                        role.name(),
                        Shown.yesNo(isDefault(role, session)),
                        Shown.yesNo(role.name().equals(session.role())),
                        Shown.yesNo(!role.name().equals(session.role())
                                && session.access().includes(role.name())),
                        count(grants, role, "USER"),
                        count(grants, role, ROLE),
                        String.valueOf(
                                grants.matching(grant -> grant.objectKind().equals(ROLE)
                                                && grant.grantee().equals(role.name()))
                                        .size()),
                        role.owner(),
                        role.comment()))
                .toList();
    }

    private static boolean isDefault(Role role, SessionContext session) {
        return session.catalog()
                .account(AccountType.USER)
                .find(session.user())
                .map(user -> role.name().equals(user.properties().get("DEFAULT_ROLE")))
                .orElse(role.name().equals(Role.ACCOUNTADMIN));
    }

    private static boolean isTo(String role, Grant grant) {
        return grant.granteeKind().equals(ROLE) && grant.grantee().equals(role);
    }

    private static boolean isOf(String role, Grant grant) {
        return grant.objectKind().equals(ROLE) && grant.objectName().equals(role);
    }

    private static String count(Grants grants, Role role, String granteeKind) {
        return String.valueOf(grants.matching(grant -> grant.objectKind().equals(ROLE)
                        && grant.objectName().equals(role.name())
                        && grant.granteeKind().equals(granteeKind))
                .size());
    }
}
