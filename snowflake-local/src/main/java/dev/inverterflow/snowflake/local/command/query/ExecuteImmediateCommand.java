package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.ast.Command.ExecuteImmediate;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Reference;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Bind;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import java.util.List;

/**
 * EXECUTE IMMEDIATE of one statement in a text, with session variables bound to its question marks.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/execute-immediate">EXECUTE IMMEDIATE</a>
 */
final class ExecuteImmediateCommand implements StatementCommand<ExecuteImmediate> {

    @Override
    public Result run(ExecuteImmediate statement, SessionContext session) {
        String text = Expressions.evaluate(statement.text(), session).text();
        if (text == null) {
            throw Errors.emptyStatement();
        }
        Statement inner = new SqlParser().parse(text);
        return session.execute(inner, text, binds(statement.using(), session));
    }

    private static Binds binds(List<Expression> using, SessionContext session) {
        return Binds.of(using.stream().map(value -> bind(value, session)).toList());
    }

    private static Bind bind(Expression value, SessionContext session) {
        if (!(value instanceof Reference.SessionVariable)) {
            throw Errors.notSupported("a value of EXECUTE IMMEDIATE … USING that is no session variable: "
                    + value.span().text());
        }
        return ConstantBinds.of(Expressions.evaluate(value, session));
    }
}
