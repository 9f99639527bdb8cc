package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Command.Use;
import dev.inverterflow.snowflake.local.ast.Command.UseKind;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Statement;

/** USE. */
final class UseParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    UseParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("USE");
        if (tokens.accept("SECONDARY", "ROLES")) {
            return secondaryRoles(first);
        }
        if (tokens.accept("ROLE")) {
            return of(UseKind.ROLE, 1, first);
        }
        if (tokens.accept("WAREHOUSE")) {
            return of(UseKind.WAREHOUSE, 1, first);
        }
        if (tokens.accept("DATABASE")) {
            return of(UseKind.DATABASE, 1, first);
        }
        if (tokens.accept("SCHEMA")) {
            return of(UseKind.SCHEMA, 2, first);
        }
        Token start = tokens.peek();
        QualifiedName name = grammar.names().qualifiedName();
        if (name.size() > 2) {
            throw tokens.unexpected(start);
        }
        return new Use(name.size() == 1 ? UseKind.DATABASE : UseKind.SCHEMA, name, tokens.spanFrom(first));
    }

    private Statement of(UseKind kind, int maxParts, Token first) {
        Token start = tokens.peek();
        QualifiedName name = grammar.names().qualifiedName();
        if (name.size() > maxParts) {
            throw tokens.unexpected(start);
        }
        return new Use(kind, name, tokens.spanFrom(first));
    }

    private Statement secondaryRoles(Token first) {
        if (tokens.accept("ALL")) {
            return new Use(UseKind.SECONDARY_ROLES_ALL, null, tokens.spanFrom(first));
        }
        if (!tokens.accept("NONE")) {
            throw NameParser.isName(tokens.peek())
                    ? tokens.notSupported("USE SECONDARY ROLES with names")
                    : tokens.unexpected();
        }
        return new Use(UseKind.SECONDARY_ROLES_NONE, null, tokens.spanFrom(first));
    }
}
