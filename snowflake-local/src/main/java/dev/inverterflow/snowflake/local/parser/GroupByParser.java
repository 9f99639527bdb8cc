package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.GroupBy;
import dev.inverterflow.snowflake.local.ast.GroupBy.AllItems;
import dev.inverterflow.snowflake.local.ast.GroupBy.Element;
import dev.inverterflow.snowflake.local.ast.GroupBy.ElementKind;
import dev.inverterflow.snowflake.local.ast.GroupBy.Elements;
import dev.inverterflow.snowflake.local.ast.Operation.RowValue;
import java.util.List;

/** What follows GROUP BY. */
final class GroupByParser {
    private final Grammar grammar;
    private final Tokens tokens;

    GroupByParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    GroupBy parse() {
        Token first = tokens.peek();
        if (tokens.accept("ALL")) {
            return new AllItems(tokens.spanOf(first));
        }
        return new Elements(tokens.commaSeparated(this::elements).stream()
                .flatMap(List::stream)
                .toList());
    }

    private List<Element> elements() {
        if (tokens.accept("GROUPING", "SETS")) {
            return List.of(new Element(ElementKind.GROUPING_SETS, tokens.parenthesised(this::set)));
        }
        if (tokens.atWord("ROLLUP") && tokens.peek(1).isSymbol("(")) {
            tokens.next();
            return List.of(new Element(ElementKind.ROLLUP, tokens.parenthesised(this::set)));
        }
        if (tokens.atWord("CUBE") && tokens.peek(1).isSymbol("(")) {
            tokens.next();
            return List.of(new Element(ElementKind.CUBE, tokens.parenthesised(this::set)));
        }
        return keys(grammar.expressions().parse());
    }

    // GROUP BY (a, b) is GROUP BY a, b.
    private static List<Element> keys(Expression key) {
        List<Expression> keys = key instanceof RowValue row ? row.items() : List.of(key);
        return keys.stream()
                .map(item -> new Element(ElementKind.KEY, List.of(List.of(item))))
                .toList();
    }

    private List<Expression> set() {
        if (tokens.atSymbol("(") && tokens.peek(1).isSymbol(")")) {
            tokens.next();
            tokens.next();
            return List.of();
        }
        Expression set = grammar.expressions().parse();
        return set instanceof RowValue row ? row.items() : List.of(set);
    }
}
