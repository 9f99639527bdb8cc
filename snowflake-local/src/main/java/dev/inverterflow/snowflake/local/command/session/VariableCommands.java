package dev.inverterflow.snowflake.local.command.session;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.ast.Command.SetVariables;
import dev.inverterflow.snowflake.local.ast.Command.UnsetVariables;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.command.query.Expressions;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SessionVariable;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Session variables: SET, UNSET, SHOW VARIABLES. */
final class VariableCommands {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.number("session_id"),
            Shown.time("created_on"),
            Shown.time("updated_on"),
            ResultColumn.text("name"),
            ResultColumn.text("value"),
            ResultColumn.text("type"),
            ResultColumn.text("comment"));

    StatementCommand<SetVariables> setting() {
        return this::set;
    }

    StatementCommand<UnsetVariables> unsetting() {
        return this::unset;
    }

    private Result set(SetVariables statement, SessionContext session) throws SQLException {
        refuseInOwnersRights("SET", session);
        // All values are computed before the first is set: SET (a, b) = ($b, $a) swaps.
        List<Constant> values = new ArrayList<>();
        for (var expression : statement.values()) {
            Constant value = Expressions.evaluate(expression, session);
            if (value.type().collation() != null) {
                throw Errors.notSupported("a session variable of a text with a collation");
            }
            values.add(value);
        }
        for (int index = 0; index < values.size(); index++) {
            Constant value = values.get(index);
            Instant now = session.clock().instant();
            session.variables()
                    .merge(
                            statement.names().get(index).name(),
                            new SessionVariable(value, now, now),
                            (old, unused) -> old.with(value, now));
        }
        return Result.status("Statement executed successfully.");
    }

    private Result unset(UnsetVariables statement, SessionContext session) {
        refuseInOwnersRights("UNSET", session);
        for (Identifier name : statement.names()) {
            session.variables().remove(name.name());
        }
        return Result.status("Statement executed successfully.");
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) {
        refuseInOwnersRights("SHOW " + statement.kind().sql(), session);
        List<Map.Entry<String, SessionVariable>> variables = List.copyOf(new TreeMap<>(session.variables()).entrySet());
        return Shown.filter(statement, variables, Map.Entry::getKey).stream()
                .map(variable -> Result.row(
                        String.valueOf(session.id()),
                        Shown.time(variable.getValue().createdOn()),
                        Shown.time(variable.getValue().updatedOn()),
                        variable.getKey(),
                        variable.getValue().value().text(),
                        variable.getValue().value().type().kind().wireName(),
                        ""))
                .toList();
    }

    private static void refuseInOwnersRights(String what, SessionContext session) {
        if (session.inOwnersRightsProcedure()) {
            throw Errors.unsupportedInProcedure(what);
        }
    }
}
