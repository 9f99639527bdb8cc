package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Command.Begin;
import dev.inverterflow.snowflake.local.ast.Command.Commit;
import dev.inverterflow.snowflake.local.ast.Command.Rollback;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Statement;
import org.jspecify.annotations.Nullable;

/** BEGIN, START TRANSACTION, COMMIT and ROLLBACK. */
final class TransactionParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    TransactionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.next();
        return switch (first.text()) {
            case "BEGIN" -> begin(first);
            case "START" -> {
                tokens.expect("TRANSACTION");
                yield new Begin(name(), tokens.spanFrom(first));
            }
            case "COMMIT" -> {
                tokens.accept("WORK");
                yield new Commit(tokens.spanFrom(first));
            }
            default -> {
                tokens.accept("WORK");
                yield new Rollback(tokens.spanFrom(first));
            }
        };
    }

    private Statement begin(Token first) {
        if (!tokens.accept("WORK")) {
            tokens.accept("TRANSACTION");
        }
        Identifier name = name();
        if (name == null && !tokens.atEnd() && !tokens.atSymbol(";")) {
            throw tokens.last().isWord("BEGIN") && tokens.at(TokenKind.WORD)
                    ? tokens.notSupported("BEGIN … END of Snowflake Scripting")
                    : tokens.unexpected();
        }
        return new Begin(name, tokens.spanFrom(first));
    }

    private @Nullable Identifier name() {
        return tokens.accept("NAME") ? grammar.names().identifier() : null;
    }
}
