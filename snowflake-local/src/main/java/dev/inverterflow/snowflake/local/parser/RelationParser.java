package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.BinaryOperator;
import dev.inverterflow.snowflake.local.ast.JoinCondition;
import dev.inverterflow.snowflake.local.ast.Operation.Binary;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.Relation.Join;
import dev.inverterflow.snowflake.local.ast.Relation.JoinKind;
import dev.inverterflow.snowflake.local.ast.Relation.TableReference;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What follows FROM: relations, joined by commas (looser) and JOINs (tighter). */
final class RelationParser {
    /** How MATCH_CONDITION may compare. */
    private static final Set<BinaryOperator> CLOSEST = EnumSet.of(
            BinaryOperator.LESS, BinaryOperator.LESS_OR_EQUAL, BinaryOperator.GREATER, BinaryOperator.GREATER_OR_EQUAL);

    private final Grammar grammar;
    private final Tokens tokens;
    private final TableParser tables;

    RelationParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.tables = new TableParser(grammar, this);
    }

    /** {@code a, b JOIN c ON …}. */
    Relation parse() {
        return tokens.nesting().nested(this::commaList);
    }

    /** One relation without joins. */
    Relation single() {
        return tables.parse();
    }

    /** A table with an alias, as DML names its target. */
    TableReference target() {
        return tables.target();
    }

    private Relation commaList() {
        Token first = tokens.peek();
        Relation left = joins();
        while (tokens.acceptSymbol(",")) {
            left = new Join(JoinKind.COMMA, left, joins(), null, tokens.spanFrom(first));
            tokens.nesting().grow();
        }
        return left;
    }

    private Relation joins() {
        Token first = tokens.peek();
        Relation left = tables.parse();
        while (true) {
            if (tokens.accept("ASOF", "JOIN")) {
                Relation right = tables.parse();
                left = new Join(JoinKind.ASOF, left, right, closest(), tokens.spanFrom(first));
                tokens.nesting().grow();
                continue;
            }
            boolean natural = tokens.accept("NATURAL");
            JoinKind kind = joinKind(natural);
            if (kind == null) {
                return left;
            }
            Relation right = tables.parse();
            JoinCondition condition = natural ? new JoinCondition.Natural() : condition(kind);
            left = new Join(kind, left, right, condition, tokens.spanFrom(first));
            tokens.nesting().grow();
        }
    }

    // docs.snowflake.com/en/sql-reference/constructs/asof-join
    private JoinCondition closest() {
        tokens.expect("MATCH_CONDITION");
        tokens.expectSymbol("(");
        Token first = tokens.peek();
        if (!(grammar.expressions().parse() instanceof Binary match && CLOSEST.contains(match.operator()))) {
            throw tokens.unexpected(first);
        }
        tokens.expectSymbol(")");
        return new JoinCondition.Closest(match, condition(JoinKind.ASOF));
    }

    private @Nullable JoinKind joinKind(boolean natural) {
        if (!natural && tokens.accept("CROSS")) {
            refuseDirected();
            tokens.expect("JOIN");
            return JoinKind.CROSS;
        }
        JoinKind outer = outerKind();
        if (outer != null) {
            tokens.next();
            tokens.accept("OUTER");
            refuseDirected();
            tokens.expect("JOIN");
            return outer;
        }
        if (tokens.accept("INNER") || natural) {
            refuseDirected();
            tokens.expect("JOIN");
            return JoinKind.INNER;
        }
        return tokens.accept("JOIN") ? JoinKind.INNER : null;
    }

    private @Nullable JoinKind outerKind() {
        if (tokens.atWord("LEFT")) {
            return JoinKind.LEFT;
        }
        if (tokens.atWord("RIGHT")) {
            return JoinKind.RIGHT;
        }
        return tokens.atWord("FULL") ? JoinKind.FULL : null;
    }

    // docs.snowflake.com/en/sql-reference/constructs/join: a CROSS JOIN has no condition, all others may lack it.
    private @Nullable JoinCondition condition(JoinKind kind) {
        if (kind == JoinKind.CROSS) {
            return null;
        }
        if (tokens.accept("ON")) {
            return new JoinCondition.On(grammar.expressions().parse());
        }
        return tokens.accept("USING") ? new JoinCondition.Using(grammar.names().columnList()) : null;
    }

    private void refuseDirected() {
        if (tokens.atWords("DIRECTED", "JOIN")) {
            throw tokens.notSupported("DIRECTED JOIN");
        }
    }
}
