package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.GroupBy;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.QueryBody.Select;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One SELECT, from its list to QUALIFY. */
final class SelectParser {
    private static final PhraseTable HIERARCHIES = new PhraseTable("START WITH", "CONNECT BY");

    private final Grammar grammar;
    private final Tokens tokens;
    private final StarParser stars;
    private final GroupByParser groupings;

    SelectParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.stars = new StarParser(grammar);
        this.groupings = new GroupByParser(grammar);
    }

    Select parse() {
        Token first = tokens.peek();
        tokens.expect("SELECT");
        boolean distinct = tokens.accept("DISTINCT");
        if (!distinct) {
            tokens.accept("ALL");
        }
        Expression top = top();
        List<SelectItem> items = items();
        if (tokens.atWord("INTO")) {
            throw tokens.notSupported("SELECT … INTO of Snowflake Scripting");
        }
        Relation from = tokens.accept("FROM") ? grammar.relations().parse() : null;
        HIERARCHIES.refuse(tokens, "hierarchical queries: ");
        Expression where = condition("WHERE");
        HIERARCHIES.refuse(tokens, "hierarchical queries: ");
        GroupBy groupBy = tokens.accept("GROUP", "BY") ? groupings.parse() : null;
        Expression having = condition("HAVING");
        Expression qualify = condition("QUALIFY");
        return new Select(distinct, top, items, from, where, groupBy, having, qualify, tokens.spanFrom(first));
    }

    /** One item with its alias. */
    SelectItem item() {
        Token first = tokens.peek();
        if (stars.follows()) {
            Expression star = stars.parse();
            return new SelectItem(star, null, star.span());
        }
        Expression expression = grammar.expressions().parse();
        Span span = tokens.spanFrom(first);
        return new SelectItem(expression, alias(), span);
    }

    // docs.snowflake.com/en/sql-reference/sql/select: a comma may stand before FROM.
    private List<SelectItem> items() {
        List<SelectItem> items = new ArrayList<>();
        do {
            items.add(item());
        } while (tokens.acceptSymbol(",") && !tokens.atWord("FROM"));
        return items;
    }

    private @Nullable Identifier alias() {
        if (tokens.accept("AS")) {
            return grammar.names().identifier();
        }
        return NameParser.isNameBut(tokens.peek(), ReservedWords.NO_BARE_ALIAS)
                ? grammar.names().identifier()
                : null;
    }

    private @Nullable Expression top() {
        boolean follows = tokens.atWord("TOP")
                && (tokens.peek(1).kind() == TokenKind.NUMBER || tokens.peek(1).kind() == TokenKind.BIND);
        if (!follows) {
            return null;
        }
        tokens.next();
        return grammar.expressions().primaries().parse();
    }

    private @Nullable Expression condition(String word) {
        return tokens.accept(word) ? grammar.expressions().parse() : null;
    }
}
