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
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.StatementType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SHOW GRANTS. */
final class ShowGrantsCommand implements StatementCommand<ShowGrants> {

    private static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("privilege"),
            ResultColumn.text("granted_on"),
            ResultColumn.text("name"),
            ResultColumn.text("granted_to"),
            ResultColumn.text("grantee_name"),
            ResultColumn.text("grant_option"),
            ResultColumn.text("granted_by"));

    private static final List<ResultColumn> COLUMNS_OF_ROLE = List.of(
            Shown.time("created_on"),
            ResultColumn.text("role"),
            ResultColumn.text("granted_to"),
            ResultColumn.text("grantee_name"),
            ResultColumn.text("granted_by"));

    @Override
    public Result run(ShowGrants statement, SessionContext session) {
        if (statement.form() == GrantsForm.CURRENT_USER && session.inOwnersRightsProcedure()) {
            throw Errors.unsupportedInOwnersRights("SHOW GRANT");
        }
        List<Grant> grants = new ArrayList<>(Ownerships.all(session.catalog()));
        grants.addAll(session.catalog().grants().matching(grant -> !FutureGrants.isFuture(grant)));
        grants.removeIf(wanted(statement, session).negate());
        boolean of = statement.form() == GrantsForm.OF;
        return Result.rows(
                StatementType.SHOW,
                of ? COLUMNS_OF_ROLE : COLUMNS,
                grants.stream().map(grant -> of ? rowOfRole(grant) : row(grant)).toList());
    }

    @Override
    public Result describe(ShowGrants statement, SessionContext session) {
        boolean of = statement.form() == GrantsForm.OF;
        return Result.rows(StatementType.SHOW, of ? COLUMNS_OF_ROLE : COLUMNS, List.of());
    }

    private static Predicate<Grant> wanted(ShowGrants statement, SessionContext session) {
        GrantTarget on = statement.on();
        Grantee grantee = statement.grantee();
        if (on != null) {
            return GrantedObject.of(on, session)::isOf;
        }
        if (grantee == null) {
            return grant ->
                    grant.granteeKind().equals("USER") && grant.grantee().equals(session.user());
        }
        String name = grantee.name().parts().stream().map(Identifier::name).collect(Collectors.joining("."));
        String kind = grantee.kind().name();
        if (grantee.kind() != ObjectKind.DATABASE_ROLE) {
            ObjectLookup.require(ObjectTarget.of(grantee.kind(), grantee.name()), session);
        }
        return statement.form() == GrantsForm.OF
                ? grant -> grant.objectKind().equals(kind) && grant.objectName().equals(name)
                : grant -> grant.granteeKind().equals(kind) && grant.grantee().equals(name);
    }

    private static List<@Nullable String> row(Grant grant) {
        return Result.row(
                Shown.time(grant.createdOn()),
                grant.privilege(),
                grant.objectKind(),
                grant.objectName(),
                grant.granteeKind(),
                grant.grantee(),
                String.valueOf(grant.grantOption()),
                grant.grantedBy());
    }

    private static List<@Nullable String> rowOfRole(Grant grant) {
        return Result.row(
                Shown.time(grant.createdOn()),
                grant.objectName(),
                grant.granteeKind(),
                grant.grantee(),
                grant.grantedBy());
    }
}
