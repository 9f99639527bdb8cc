package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;

/**
 * Why a request of several statements failed: Snowflake runs them by a procedure of its own, and so tells what failed in
 * the words of one.
 *
 * @see <a href="https://docs.snowflake.com/en/developer-guide/sql-api/submitting-multiple-statements">Submitting multiple
 *     SQL statements in a single request</a>
 */
final class FailedStatement {

    /** As many characters as the documentation's example shows of a longer statement. */
    private static final int SHOWN = 30;

    private static final String MESSAGE =
            "JavaScript execution error: Uncaught Execution of multiple statements failed on statement \"%s\""
                    + " (at line %d, position %d).\n%s in SYSTEM$MULTISTMT at '    throw `Execution of multiple statements"
                    + " failed on statement {0} (at line {1}, position {2}).`.replace('{1}', LINES[i])' position 4\n"
                    + "stackstrace: \nSYSTEM$MULTISTMT line: 10";

    private FailedStatement() {}

    /** The request's failure for that of one of its statements. */
    static SnowflakeException of(SnowflakeException failure, Span statement) {
        String message = MESSAGE.formatted(
                shown(statement.text()),
                statement.position().line(),
                statement.position().column(),
                failure.getMessage());
        return Errors.handlerFailed(message, failure);
    }

    private static String shown(String statement) {
        return statement.length() <= SHOWN ? statement : statement.substring(0, SHOWN) + "...";
    }
}
