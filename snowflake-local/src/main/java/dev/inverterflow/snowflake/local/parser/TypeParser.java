package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.TypeName;
import java.util.List;

/** Types as columns, casts and parameters write them. */
final class TypeParser {
    /** Names of several words, longest first where one begins another. */
    private static final List<String[]> COMPOUND = List.of(
            new String[] {"DOUBLE", "PRECISION"},
            new String[] {"CHAR", "VARYING"},
            new String[] {"NCHAR", "VARYING"},
            new String[] {"TIMESTAMP", "WITHOUT", "TIME", "ZONE"},
            new String[] {"TIMESTAMP", "WITH", "LOCAL", "TIME", "ZONE"},
            new String[] {"TIMESTAMP", "WITH", "TIME", "ZONE"});

    private final Tokens tokens;

    TypeParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** A type with its parameters. */
    TypeName parse() {
        TypeName type = withoutCollation();
        if (tokens.atWord("COLLATE")) {
            throw tokens.notSupported("COLLATE behind a type that is no column's");
        }
        return type;
    }

    /** A type behind which COLLATE may stand. */
    TypeName withoutCollation() {
        Token first = tokens.peek();
        String name = name();
        List<Integer> parameters = List.of();
        if (tokens.atSymbol("(")) {
            if (!tokens.peek(1).kind().equals(TokenKind.NUMBER)) {
                throw isStructured(name)
                        ? tokens.notSupported("structured type " + name)
                        : tokens.unexpected(tokens.peek(1));
            }
            parameters = tokens.parenthesised(tokens::expectInt);
        }
        return new TypeName(name, parameters, tokens.spanFrom(first));
    }

    private String name() {
        for (String[] words : COMPOUND) {
            if (tokens.accept(words)) {
                return String.join(" ", words);
            }
        }
        if (tokens.at(TokenKind.QUOTED_NAME) || !NameParser.isName(tokens.peek())) {
            throw tokens.unexpected();
        }
        return tokens.next().text();
    }

    private static boolean isStructured(String name) {
        return name.equals("ARRAY") || name.equals("OBJECT") || name.equals("MAP") || name.equals("VECTOR");
    }
}
