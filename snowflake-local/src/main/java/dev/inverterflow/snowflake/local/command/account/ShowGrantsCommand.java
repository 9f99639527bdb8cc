package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.GrantTarget;
import dev.inverterflow.snowflake.local.ast.Grantee;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Inspection.GrantsForm;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowGrants;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.catalog.Grant;
import dev.inverterflow.snowflake.local.command.ObjectLookup;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * SHOW GRANTS and SHOW FUTURE GRANTS.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-grants">SHOW GRANTS</a>
 */
final class ShowGrantsCommand implements StatementCommand<ShowGrants> {

    @Override
    public Result run(ShowGrants statement, SessionContext session) {
        if (statement.form() == GrantsForm.CURRENT_USER && session.inOwnersRightsProcedure()) {
            throw Errors.unsupportedInProcedure("SHOW GRANT");
        }
        GrantsShape shape = GrantsShape.of(statement);
        List<Grant> grants =
                new ArrayList<>(shape == GrantsShape.FUTURE ? List.of() : Ownerships.all(session.catalog()));
        grants.addAll(session.catalog()
                .grants()
                .matching(grant -> FutureGrants.isFuture(grant) == (shape == GrantsShape.FUTURE)));
        grants.removeIf(wanted(statement, session).negate());
        long most = statement.limit() == null ? Long.MAX_VALUE : statement.limit();
        return Result.rows(
                StatementType.SHOW,
                shape.columns(),
                grants.stream().limit(most).map(shape::row).toList());
    }

    @Override
    public Result describe(ShowGrants statement, SessionContext session) {
        return Result.rows(StatementType.SHOW, GrantsShape.of(statement).columns(), List.of());
    }

    private static Predicate<Grant> wanted(ShowGrants statement, SessionContext session) {
        GrantTarget on = statement.on();
        Grantee grantee = statement.grantee();
        if (on != null) {
            GrantedObject object = GrantedObject.of(on, session);
            return statement.form() == GrantsForm.FUTURE_IN
                    ? grant -> FutureGrants.isIn(grant, object.name())
                    : object::isOf;
        }
        if (grantee == null) {
            return grant ->
                    grant.granteeKind().equals("USER") && grant.grantee().equals(session.user());
        }
        String name = grantee.name().parts().stream().map(Identifier::name).collect(Collectors.joining("."));
        String kind = grantee.kind().name();
        if (grantee.kind() != ObjectKind.DATABASE_ROLE && grantee.kind() != ObjectKind.APPLICATION_ROLE) {
            ObjectLookup.require(ObjectTarget.of(grantee.kind(), grantee.name()), session);
        }
        // Who owns a role has it not: docs.snowflake.com/en/sql-reference/sql/grant-ownership, "Usage notes".
        return statement.form() == GrantsForm.OF
                ? grant -> grant.objectKind().equals(kind)
                        && grant.objectName().equals(name)
                        && !grant.privilege().equals(Privileges.OWNERSHIP)
                : grant -> grant.granteeKind().equals(kind) && grant.grantee().equals(name);
    }
}
