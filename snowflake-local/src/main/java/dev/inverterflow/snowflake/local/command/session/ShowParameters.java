package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.ast.Inspection.ScopeKind;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.command.ObjectLookup;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SessionParameters.Description;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SHOW PARAMETERS: those of the session; IN ACCOUNT shows the defaults, since nothing is set there; databases, schemas, tables
 * and warehouses have their own (docs.snowflake.com/en/sql-reference/sql/show-parameters).
 */
final class ShowParameters {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("key"),
            ResultColumn.text("value"),
            ResultColumn.text("default"),
            ResultColumn.text("level"),
            ResultColumn.text("description"),
            ResultColumn.text("type"));

    private ShowParameters() {}

    static List<List<@Nullable String>> rows(Show statement, SessionContext session) {
        boolean ofSession = statement.scope() == null || statement.scope().kind() == ScopeKind.SESSION;
        if (ofSession && session.inOwnersRightsProcedure()) {
            throw Errors.unsupportedInProcedure("SHOW PARAMETER");
        }
        requireScope(statement.scope(), session);
        ShowScope scope = statement.scope();
        if (scope != null && ObjectParameters.has(scope.kind())) {
            return ObjectParameters.rows(statement, scope, session);
        }
        return Shown.filter(statement, session.parameters().describe(), Description::name).stream()
                .map(parameter -> row(parameter, ofSession))
                .toList();
    }

    private static void requireScope(@Nullable ShowScope scope, SessionContext session) {
        QualifiedName name = scope == null ? null : scope.name();
        ScopeKind kind = scope == null ? null : scope.kind();
        if (name != null && kind != null) {
            ObjectLookup.require(ObjectTarget.of(ObjectKind.valueOf(kind.name()), name), session);
        }
    }

    private static List<@Nullable String> row(Description parameter, boolean ofSession) {
        return Result.row(
                parameter.name(),
                ofSession ? parameter.value() : parameter.defaultValue(),
                parameter.defaultValue(),
                ofSession && parameter.setInSession() ? "SESSION" : "",
                parameter.description(),
                parameter.type());
    }
}
