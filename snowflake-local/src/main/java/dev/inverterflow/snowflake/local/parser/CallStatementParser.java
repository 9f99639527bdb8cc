package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Command.CallProcedure;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.List;

/** CALL. */
final class CallStatementParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CallStatementParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("CALL");
        QualifiedName procedure = grammar.names().qualifiedName();
        if (tokens.peek().text().equals("!")) {
            throw tokens.notSupported("CALL of a method of a class's instance (" + procedure + "!…)");
        }
        List<Argument> arguments = grammar.expressions().primaries().arguments();
        if (tokens.atWord("INTO")) {
            throw tokens.notSupported("CALL … INTO of Snowflake Scripting");
        }
        return new CallProcedure(procedure, arguments, tokens.spanFrom(first));
    }
}
