package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.ast.Command.ExecuteImmediate;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Binds;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.parser.SqlParser;

/** EXECUTE IMMEDIATE of one statement in a text. */
final class ExecuteImmediateCommand implements StatementCommand<ExecuteImmediate> {

    @Override
    public Result run(ExecuteImmediate statement, SessionContext session) {
        if (!statement.using().isEmpty()) {
            throw Errors.notSupported("EXECUTE IMMEDIATE … USING");
        }
        String text = Expressions.evaluate(statement.text(), session).text();
        if (text == null) {
            throw Errors.emptyStatement();
        }
        Statement inner = new SqlParser().parse(text);
        return session.execute(inner, text, Binds.NONE);
    }
}
