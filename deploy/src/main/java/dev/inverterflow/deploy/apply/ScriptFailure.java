package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.script.RenderedScript;
import dev.inverterflow.deploy.script.SqlStatement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for a failed statement: tells an operator which statement of which file failed, and where in the file. */
public final class ScriptFailure {
    private static final Pattern LINE_IN_STATEMENT = Pattern.compile("\\bline (\\d{1,6}) at position\\b");

    private ScriptFailure() {}

    /** The block that stands after "error: ". */
    public static String describe(RenderedScript script, int index, StatementFailure failure) {
        SqlStatement statement = script.statements().get(index);
        String what = script.path() + ":" + line(statement, failure.snowflakeMessage()) + ": " + statement.head();
        String which = "statement " + (index + 1) + " of " + script.statements().size();
        return what + "\n  — " + String.valueOf(failure.getMessage()).replace("\n", "\n    ") + "\n  (" + which + ")"
                + remedy(failure);
    }

    private static String remedy(StatementFailure failure) {
        if (failure.meansLostConnection()) {
            return "\nthe connection broke, so nobody can tell whether the statement ran; apply goes on where it stopped, and the"
                    + " lock ends by itself within two minutes";
        }
        if (failure.meansMissingPrivilege() || failure.meansMissingObject()) {
            return "\nthe role lacks a privilege or the object is not there, which Snowflake does not tell apart; what"
                    + " deploy needs is granted by bootstrap: an account administrator runs it again with the same variables";
        }
        return "";
    }

    /** Snowflake counts lines from the statement's first; people count from the file's. */
    private static int line(SqlStatement statement, String message) {
        Matcher matcher = LINE_IN_STATEMENT.matcher(message);
        return matcher.find() ? statement.line() + Integer.parseInt(matcher.group(1)) - 1 : statement.line();
    }
}
