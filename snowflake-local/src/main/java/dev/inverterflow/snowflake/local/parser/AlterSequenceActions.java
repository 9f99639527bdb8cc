package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import org.jspecify.annotations.Nullable;

/** What ALTER SEQUENCE does: RENAME, SET INCREMENT, ORDER and COMMENT. */
final class AlterSequenceActions implements AlterParser.AlterActionParser {
    private final Grammar grammar;
    private final Tokens tokens;

    AlterSequenceActions(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public AlterAction parse() {
        if (tokens.atWords("SET", "COMMENT") || !tokens.accept("SET")) {
            return tokens.atWord("INCREMENT")
                    ? numbering()
                    : new AlterObjectActions(grammar, PropertySets.SEQUENCE)
                            .withRename()
                            .parse();
        }
        return numbering();
    }

    private AlterAction numbering() {
        NumberingParser numbers = new NumberingParser(tokens);
        @Nullable Long increment = numbers.optionalIncrement();
        @Nullable Boolean ordered = numbers.ordered();
        if (increment == null && ordered == null) {
            throw tokens.unexpected();
        }
        return new AlterAction.SetNumbering(
                increment, ordered, grammar.properties().parse(PropertySets.SEQUENCE));
    }
}
