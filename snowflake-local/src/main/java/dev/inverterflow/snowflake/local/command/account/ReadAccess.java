package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.catalog.Access;
import dev.inverterflow.snowflake.local.catalog.Role;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;

/** The privileges that reading a table, view or stream needs, and the views of the database SNOWFLAKE. */
final class ReadAccess {

    private static final String SNOWFLAKE = "SNOWFLAKE";
    private static final String SELECT = "SELECT";

    private final Rights rights;

    ReadAccess(Rights rights) {
        this.rights = rights;
    }

    void check(Origin relation) {
        switch (relation.kind()) {
            case TABLE -> require(ObjectKind.TABLE, relation);
            case VIEW -> require(ObjectKind.VIEW, relation);
            case STAGE -> checkStage(relation);
            case STREAM -> require(ObjectKind.STREAM, relation);
            case SYSTEM_VIEW -> checkSystemView(relation);
            default -> {}
        }
    }

    private void checkStage(Origin relation) {
        // Without a schema it is the stage of a user or a table, looked after where it is opened.
        if (!relation.schema().isEmpty()) {
            require(ObjectKind.STAGE, relation, "READ", "USAGE");
        }
    }

    private void require(ObjectKind kind, Origin relation) {
        require(kind, relation, SELECT);
    }

    private void require(ObjectKind kind, Origin relation, String... anyOf) {
        List<Identifier> parts = List.of(
                Identifier.of(relation.database()), Identifier.of(relation.schema()), Identifier.of(relation.name()));
        rights.require(ObjectTarget.of(kind, new QualifiedName(parts, Span.of(relation.name()))), anyOf);
    }

    // Any database role of SNOWFLAKE opens the views of the account here, and those of the organization open its views;
    // which
    // views each of them opens is not told apart further.
    private void checkSystemView(Origin view) {
        Access access = rights.access();
        if (view.database().equals(SNOWFLAKE) && view.schema().equals("TELEMETRY")) {
            if (!SystemApplicationRoles.mayRead(view.name(), access)) {
                throw missing(view);
            }
            return;
        }
        boolean allowed = !view.database().equals(SNOWFLAKE)
                || access.includes(Role.ACCOUNTADMIN)
                || access.holds("IMPORTED PRIVILEGES", "DATABASE", SNOWFLAKE)
                || SystemDatabaseRoles.opening(view.schema()).stream()
                        .anyMatch(role -> access.holds("USAGE", "DATABASE_ROLE", role));
        if (!allowed) {
            throw missing(view);
        }
    }

    private static SnowflakeException missing(Origin view) {
        return Errors.objectDoesNotExist(view.database() + "." + view.schema() + "." + view.name());
    }
}
