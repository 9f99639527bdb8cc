package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.ast.StageLocation.StageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code @stage/path}, bare or as the text of a string. */
final class StageLocationParser {
    private static final Pattern PART = Pattern.compile("(%?)(?:\"((?:[^\"]|\"\")+)\"|([A-Za-z_][A-Za-z0-9_$]*))");

    private final Tokens tokens;

    StageLocationParser(Grammar grammar) {
        this.tokens = grammar.tokens();
    }

    /** Whether a location comes next. */
    boolean follows() {
        Token token = tokens.peek();
        return token.kind() == TokenKind.STAGE
                || token.kind() == TokenKind.STRING && token.text().startsWith("@");
    }

    StageLocation parse() {
        Token token = tokens.peek();
        if (!follows()) {
            throw tokens.unexpected();
        }
        tokens.next();
        String text =
                token.kind() == TokenKind.STAGE ? token.text() : token.text().substring(1);
        Span span = tokens.spanOf(token);
        return text.startsWith("~") ? userStage(text, token, span) : named(text, token, span);
    }

    private StageLocation userStage(String text, Token token, Span span) {
        return new StageLocation(StageKind.USER, null, path(text, 1, token), span);
    }

    private StageLocation named(String text, Token token, Span span) {
        List<Identifier> parts = new ArrayList<>();
        Matcher matcher = PART.matcher(text);
        StageKind kind = StageKind.NAMED;
        int end = 0;
        do {
            if (!matcher.find(end) || matcher.start() != end || kind == StageKind.TABLE || parts.size() == 3) {
                throw tokens.unexpected(token);
            }
            kind = matcher.group(1).isEmpty() ? StageKind.NAMED : StageKind.TABLE;
            parts.add(identifier(matcher, span));
            end = matcher.end() + 1;
        } while (end <= text.length() && text.charAt(end - 1) == '.');
        return new StageLocation(kind, new QualifiedName(parts, span), path(text, end - 1, token), span);
    }

    private String path(String text, int from, Token token) {
        if (from == text.length()) {
            return "";
        }
        if (text.charAt(from) != '/') {
            throw tokens.unexpected(token);
        }
        return text.substring(from + 1);
    }

    private static Identifier identifier(Matcher matcher, Span span) {
        String quoted = matcher.group(2);
        return quoted != null
                ? new Identifier(quoted.replace("\"\"", "\""), true, span)
                : Identifier.unquoted(matcher.group(3), span);
    }
}
