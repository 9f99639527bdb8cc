package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Command.ExecuteAlert;
import dev.inverterflow.snowflake.local.ast.Command.ExecuteImmediate;
import dev.inverterflow.snowflake.local.ast.Command.ExecuteTask;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.List;

/** EXECUTE TASK, EXECUTE ALERT and EXECUTE IMMEDIATE. */
final class ExecuteParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    ExecuteParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("EXECUTE");
        if (tokens.accept("TASK")) {
            return task(first);
        }
        if (tokens.accept("IMMEDIATE")) {
            return immediate(first);
        }
        if (tokens.accept("ALERT")) {
            return new ExecuteAlert(grammar.names().qualifiedName(), tokens.spanFrom(first));
        }
        throw tokens.unexpected();
    }

    private Statement task(Token first) {
        QualifiedName task = grammar.names().qualifiedName();
        String config = null;
        if (tokens.accept("USING", "CONFIG")) {
            tokens.expectSymbol("=");
            config = tokens.expectString();
        }
        boolean retryLast = config == null && tokens.accept("RETRY", "LAST");
        String group = config == null && tokens.accept("RETRY", "GRAPH", "RUN", "GROUP") ? tokens.expectString() : null;
        return new ExecuteTask(task, config, retryLast, group, tokens.spanFrom(first));
    }

    private Statement immediate(Token first) {
        if (tokens.atWord("FROM")) {
            throw tokens.notSupported("EXECUTE IMMEDIATE FROM");
        }
        Expression text = grammar.expressions().parse();
        List<Expression> using = tokens.accept("USING") ? grammar.expressions().parenthesisedList() : List.of();
        return new ExecuteImmediate(text, using, tokens.spanFrom(first));
    }
}
