package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Command.ExecuteImmediate;
import dev.inverterflow.snowflake.local.ast.Command.ExecuteTask;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.List;

/** EXECUTE TASK and EXECUTE IMMEDIATE. */
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
        throw tokens.atWord("ALERT") ? tokens.notSupported("EXECUTE ALERT") : tokens.unexpected();
    }

    private Statement task(Token first) {
        QualifiedName task = grammar.names().qualifiedName();
        if (tokens.atWords("USING", "CONFIG")) {
            throw tokens.notSupported("EXECUTE TASK … USING CONFIG");
        }
        boolean retryLast = tokens.accept("RETRY", "LAST");
        return new ExecuteTask(task, retryLast, tokens.spanFrom(first));
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
