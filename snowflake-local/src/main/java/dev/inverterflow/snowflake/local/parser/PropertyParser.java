package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.PropertyValue;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code NAME = value} in DDL and COPY, against a closed set of names. */
final class PropertyParser {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final Grammar grammar;
    private final Tokens tokens;

    PropertyParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** Properties as long as {@code NAME =} follows, with or without commas between them. */
    Properties parse(PropertySet set) {
        List<Property> properties = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (follows(0)) {
            properties.add(one(set, seen));
            skipComma();
        }
        return new Properties(properties);
    }

    /** At least one property. */
    Properties parseSome(PropertySet set) {
        if (!follows(0)) {
            throw tokens.unexpected();
        }
        return parse(set);
    }

    /** Adds the next property to a list, for objects that mix properties with clauses. */
    void parseInto(PropertySet set, List<Property> properties, Set<String> seen) {
        properties.add(one(set, seen));
        skipComma();
    }

    /** Session parameters: their registry, not the grammar, knows the names. */
    Properties parseOpen() {
        List<Property> properties = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        do {
            properties.add(one(null, seen));
            skipComma();
        } while (follows(0));
        return new Properties(properties);
    }

    /** Whether a property comes next. */
    boolean follows() {
        return follows(0);
    }

    /** {@code (NAME => value, …)}, as a stage in FROM takes them. */
    Properties arrowGroup(Set<String> names) {
        List<Property> properties = new ArrayList<>();
        for (Property property : tokens.parenthesised(() -> arrowProperty(names))) {
            properties.add(property);
        }
        return new Properties(properties);
    }

    /** {@code NAME, …} as UNSET takes them; upper case. */
    List<String> names(@Nullable PropertySet set) {
        return tokens.commaSeparated(() -> {
            Token name = tokens.expect(TokenKind.WORD);
            if (set != null) {
                set.check(name);
            }
            return name.text();
        });
    }

    private boolean follows(int ahead) {
        return tokens.peek(ahead).kind() == TokenKind.WORD
                && tokens.peek(ahead + 1).isSymbol("=");
    }

    // A comma counts only between properties: before anything else it is left for the error.
    private void skipComma() {
        if (tokens.atSymbol(",") && follows(1)) {
            tokens.next();
        }
    }

    private Property one(@Nullable PropertySet set, Set<String> seen) {
        Token name = tokens.expect(TokenKind.WORD);
        if (set != null) {
            set.check(name);
        }
        tokens.expectSymbol("=");
        if (!seen.add(name.text())) {
            throw Errors.duplicateProperty(name.text());
        }
        PropertySet group = set == null ? null : set.group(name.text());
        PropertyValue value = group != null && tokens.atSymbol("(") ? group(group) : value();
        if (name.text().equals("COMMENT") && !(value instanceof PropertyValue.Text)) {
            throw Errors.invalidValue(value.asText().orElseGet(value::toString), "COMMENT");
        }
        return new Property(name.text(), value, tokens.spanFrom(name));
    }

    private Property arrowProperty(Set<String> names) {
        Token name = tokens.expect(TokenKind.WORD);
        if (!names.contains(name.text())) {
            throw tokens.unexpected(name);
        }
        tokens.expectSymbol("=>");
        return new Property(name.text(), value(), tokens.spanFrom(name));
    }

    private PropertyValue group(PropertySet set) {
        tokens.expectSymbol("(");
        Properties properties = parse(set);
        tokens.expectSymbol(")");
        return new PropertyValue.Group(properties);
    }

    private PropertyValue value() {
        Token token = tokens.peek();
        return switch (token.kind()) {
            case STRING -> new PropertyValue.Text(tokens.next().text());
            case NUMBER -> new PropertyValue.Number(tokens.next().text());
            case WORD, QUOTED_NAME -> word(token);
            case VARIABLE -> variable(tokens.next());
            case SYMBOL -> symbol(token);
            default -> throw tokens.unexpected();
        };
    }

    /**
     * A session variable stands for the constant that it holds (docs.snowflake.com/en/sql-reference/session-variables); its
     * text tells numbers and flags, too.
     */
    private PropertyValue variable(Token token) {
        String text = grammar.names().variable(token);
        if (NUMBER.matcher(text).matches()) {
            return new PropertyValue.Number(text);
        }
        return text.equalsIgnoreCase("TRUE") || text.equalsIgnoreCase("FALSE")
                ? new PropertyValue.Flag(Boolean.parseBoolean(text))
                : new PropertyValue.Text(text);
    }

    private PropertyValue word(Token token) {
        if (tokens.accept("TRUE")) {
            return new PropertyValue.Flag(true);
        }
        if (tokens.accept("FALSE")) {
            return new PropertyValue.Flag(false);
        }
        if (tokens.accept("NULL")) {
            return new PropertyValue.Name(QualifiedName.of(Identifier.unquoted("NULL", tokens.spanOf(token))));
        }
        if (token.text().startsWith("SKIP_FILE_") && tokens.peek(1).isSymbol("%")) {
            return percentage(token);
        }
        return new PropertyValue.Name(grammar.names().qualifiedName());
    }

    // ON_ERROR = SKIP_FILE_10%
    private PropertyValue percentage(Token token) {
        tokens.next();
        tokens.next();
        Identifier word = Identifier.unquoted(token.text() + "%", tokens.spanFrom(token));
        return new PropertyValue.Name(QualifiedName.of(word));
    }

    private PropertyValue symbol(Token token) {
        if (tokens.acceptSymbol("-")) {
            return new PropertyValue.Number(
                    "-" + tokens.expect(TokenKind.NUMBER).text());
        }
        if (!token.isSymbol("(")) {
            throw tokens.unexpected();
        }
        if (tokens.peek(1).isSymbol(")")) {
            tokens.next();
            tokens.next();
            return new PropertyValue.Values(List.of());
        }
        return new PropertyValue.Values(tokens.nesting().nested(() -> tokens.parenthesised(this::value)));
    }
}
