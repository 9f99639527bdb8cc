package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of objects and columns. */
final class NameParser {
    private static final int MAX_PARTS = 3;

    private final Tokens tokens;
    private final SqlParser.NameSource source;

    NameParser(Tokens tokens, SqlParser.NameSource source) {
        this.tokens = tokens;
        this.source = source;
    }

    /** Whether a name comes next. */
    boolean atName() {
        return isName(tokens.peek());
    }

    /** Whether the token may be a name. */
    static boolean isName(Token token) {
        return token.kind() == TokenKind.QUOTED_NAME
                || token.kind() == TokenKind.WORD && !ReservedWords.EVERYWHERE.contains(token.text());
    }

    /** Whether the token may be a name and is none of these words. */
    static boolean isNameBut(Token token, Set<String> words) {
        return isName(token) && (token.kind() == TokenKind.QUOTED_NAME || !words.contains(token.text()));
    }

    /** One name. */
    Identifier identifier() {
        if (!atName()) {
            throw tokens.unexpected();
        }
        return toIdentifier(tokens.next());
    }

    /** A name for a column that is being made or listed. */
    Identifier columnName() {
        if (!isNameBut(tokens.peek(), ReservedWords.CONTEXT_FUNCTIONS)) {
            throw tokens.unexpected();
        }
        return identifier();
    }

    /** {@code (name, …)}. */
    List<Identifier> columnList() {
        return tokens.parenthesised(this::columnName);
    }

    /** {@code (name, …)} if a parenthesis comes next, else none. */
    List<Identifier> optionalColumnList() {
        return tokens.atSymbol("(") ? columnList() : List.of();
    }

    /** {@code db.schema.name}, {@code db..name} or {@code IDENTIFIER(…)}. */
    QualifiedName qualifiedName() {
        Token first = tokens.peek();
        if (first.isWord("IDENTIFIER") && tokens.peek(1).isSymbol("(")) {
            return dynamicName();
        }
        List<Identifier> parts = new ArrayList<>(MAX_PARTS);
        parts.add(identifier());
        while (tokens.atSymbol(".")) {
            if (parts.size() == MAX_PARTS) {
                throw tokens.unexpected();
            }
            tokens.next();
            if (parts.size() == 1 && tokens.atSymbol(".")) {
                parts.add(Identifier.unquoted("PUBLIC", tokens.spanOf(tokens.next())));
            }
            parts.add(identifier());
        }
        return new QualifiedName(parts, tokens.spanFrom(first));
    }

    /** A name of one part, of an object that lives in no schema: {@code name} or {@code IDENTIFIER(…)}. */
    QualifiedName accountName() {
        Token first = tokens.peek();
        QualifiedName name = qualifiedName();
        if (name.size() != 1) {
            throw tokens.unexpected(first);
        }
        return name;
    }

    /** Whether {@code IDENTIFIER(} comes next. */
    boolean atDynamicName() {
        return tokens.atWord("IDENTIFIER") && tokens.peek(1).isSymbol("(");
    }

    /** {@code IDENTIFIER('name' | $variable | ?)}, replaced by the name that it stands for. */
    QualifiedName dynamicName() {
        Token first = tokens.next();
        tokens.expectSymbol("(");
        Token inner = tokens.next();
        String text = nameText(inner);
        tokens.expectSymbol(")");
        return parse(text, inner, tokens.spanFrom(first));
    }

    /** The name that a string holds, for example in {@code TABLE('name')}. */
    QualifiedName fromText(Token token) {
        return parse(nameText(token), token, tokens.spanOf(token));
    }

    /** The text of the session variable that the token names. */
    String variable(Token token) {
        return nameText(token);
    }

    private QualifiedName parse(String text, Token token, Span span) {
        try {
            Tokens inner = new Tokens(text);
            QualifiedName name = new NameParser(inner, source).qualifiedName();
            if (inner.atEnd()) {
                return new QualifiedName(name.parts(), span);
            }
        } catch (SnowflakeException e) {
            throw invalid(text, token);
        }
        throw invalid(text, token);
    }

    private String nameText(Token token) {
        return switch (token.kind()) {
            case STRING -> token.text();
            case VARIABLE -> required(source.variable(token.text()), token);
            case BIND -> bound(token);
            default -> throw tokens.unexpected(token);
        };
    }

    private String bound(Token token) {
        int index = Integer.parseInt(token.text());
        tokens.noteBind(index);
        return required(source.bind(index), token);
    }

    private static String required(@Nullable String value, Token token) {
        if (value != null) {
            return value;
        }
        throw token.kind() == TokenKind.VARIABLE
                ? Errors.unknownSessionVariable(token.text(), token.line(), token.column())
                : unset(token);
    }

    /** Clients that prepare a statement know the code of a name that is bound, and go on without columns. */
    private static SnowflakeException unset(Token token) {
        return new SnowflakeException(
                2129,
                "42601",
                "SQL compilation error: error line %d at position %d\nBind variable ? not set."
                        .formatted(token.line(), token.column()),
                token.line(),
                token.column());
    }

    private static SnowflakeException invalid(String text, Token token) {
        return Errors.invalidIdentifier(text, token.line(), token.column());
    }

    private Identifier toIdentifier(Token token) {
        return new Identifier(token.text(), token.kind() == TokenKind.QUOTED_NAME, tokens.spanOf(token));
    }
}
