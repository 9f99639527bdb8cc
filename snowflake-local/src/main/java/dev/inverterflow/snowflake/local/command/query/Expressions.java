package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.execution.SessionContext;

/** Computes expressions outside of queries. */
public final class Expressions {

    private Expressions() {}

    /** The value of an expression without columns. */
    public static Constant evaluate(Expression expression, SessionContext session) {
        return Compiler.of(session).evaluate(expression);
    }
}
