package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.NullLiteral;
import dev.inverterflow.snowflake.local.ast.OrderItem;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.Query.CommonTable;
import dev.inverterflow.snowflake.local.ast.Query.Limit;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.QueryBody.Parenthesised;
import dev.inverterflow.snowflake.local.ast.QueryBody.SetOperation;
import dev.inverterflow.snowflake.local.ast.QueryBody.SetOperator;
import dev.inverterflow.snowflake.local.ast.Reference.Star;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries: WITH, set operations, ORDER BY and LIMIT around {@link SelectParser}'s SELECT. */
final class QueryParser {
    private final Grammar grammar;
    private final Tokens tokens;
    private final SelectParser selects;
    private int count;

    QueryParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.selects = new SelectParser(grammar);
    }

    /** A query. */
    Query parse() {
        return tokens.nesting().nested(this::query);
    }

    /** {@code (query)}. */
    Query parenthesised() {
        tokens.expectSymbol("(");
        Query query = parse();
        tokens.expectSymbol(")");
        return query;
    }

    /**
     * Whether a query begins {@code ahead} tokens on. Behind parentheses it does if what follows the closing one can
     * go on a query: {@code ((SELECT 1) UNION SELECT 2)} against {@code ((SELECT 1) + 2)} and
     * {@code ((SELECT 1) t JOIN u)}.
     */
    boolean queryFollows(int ahead) {
        int at = ahead;
        while (tokens.peek(at).isSymbol("(")) {
            if (!continuesQuery(tokens.afterClosing(at))) {
                return false;
            }
            at++;
        }
        return tokens.peek(at).isWord("SELECT") || tokens.peek(at).isWord("WITH");
    }

    private static boolean continuesQuery(Token token) {
        return switch (token.kind()) {
            case END -> true;
            case SYMBOL -> token.isSymbol(")") || token.isSymbol(";");
            case WORD ->
                switch (token.text()) {
                    case "UNION", "INTERSECT", "EXCEPT", "MINUS", "ORDER", "LIMIT", "OFFSET", "FETCH" -> true;
                    default -> false;
                };
            default -> false;
        };
    }

    /** How many queries have been read so far, nested ones among them. */
    int count() {
        return count;
    }

    private Query query() {
        count++;
        Token first = tokens.peek();
        List<CommonTable> with = tokens.accept("WITH") ? commonTables() : List.of();
        QueryBody body = unions();
        List<OrderItem> orderBy = tokens.accept("ORDER", "BY") ? order() : List.of();
        return new Query(with, body, orderBy, limit(), tokens.spanFrom(first));
    }

    /** ALL stands alone: it is the star of ORDER BY. */
    private List<OrderItem> order() {
        if (!tokens.atWord("ALL")) {
            return grammar.expressions().orderItems();
        }
        Star all = new Star(null, null, List.of(), List.of(), List.of(), tokens.spanOf(tokens.next()));
        return List.of(grammar.expressions().orderItem(all));
    }

    private List<CommonTable> commonTables() {
        boolean recursive =
                tokens.atWord("RECURSIVE") && NameParser.isName(tokens.peek(1)) && tokens.accept("RECURSIVE");
        return tokens.commaSeparated(() -> commonTable(recursive));
    }

    private CommonTable commonTable(boolean recursive) {
        Identifier name = grammar.names().identifier();
        List<Identifier> columns = grammar.names().optionalColumnList();
        tokens.expect("AS");
        if (tokens.atWord("PROCEDURE")) {
            throw tokens.notSupported("WITH … AS PROCEDURE");
        }
        return new CommonTable(name, columns, parenthesised(), recursive);
    }

    private QueryBody unions() {
        Token first = tokens.peek();
        QueryBody left = intersections();
        while (true) {
            SetOperator operator = unionOperator();
            if (operator == null) {
                return left;
            }
            left = new SetOperation(operator, left, intersections(), tokens.spanFrom(first));
            tokens.nesting().grow();
        }
    }

    private @Nullable SetOperator unionOperator() {
        if (tokens.accept("UNION")) {
            boolean all = tokens.accept("ALL");
            if (!all) {
                tokens.accept("DISTINCT");
            }
            boolean byName = tokens.accept("BY", "NAME");
            return all
                    ? byName ? SetOperator.UNION_ALL_BY_NAME : SetOperator.UNION_ALL
                    : byName ? SetOperator.UNION_BY_NAME : SetOperator.UNION;
        }
        return tokens.accept("EXCEPT") || tokens.accept("MINUS") ? SetOperator.EXCEPT : null;
    }

    private QueryBody intersections() {
        Token first = tokens.peek();
        QueryBody left = operand();
        while (tokens.accept("INTERSECT")) {
            left = new SetOperation(SetOperator.INTERSECT, left, operand(), tokens.spanFrom(first));
            tokens.nesting().grow();
        }
        return left;
    }

    private QueryBody operand() {
        Token first = tokens.peek();
        if (tokens.atSymbol("(")) {
            Query query = parenthesised();
            return new Parenthesised(query, tokens.spanFrom(first));
        }
        return selects.parse();
    }

    private @Nullable Limit limit() {
        if (tokens.accept("LIMIT")) {
            Expression count = constant();
            return new Limit(count, tokens.accept("OFFSET") ? constant() : null);
        }
        Expression offset = null;
        if (tokens.accept("OFFSET")) {
            offset = constant();
            acceptRowWord();
            if (!tokens.atWord("FETCH")) {
                throw tokens.unexpected();
            }
        }
        return tokens.accept("FETCH") ? new Limit(fetchCount(), offset) : null;
    }

    private Expression fetchCount() {
        if (!tokens.accept("FIRST")) {
            tokens.accept("NEXT");
        }
        Expression count = constant();
        acceptRowWord();
        tokens.accept("ONLY");
        return count;
    }

    private void acceptRowWord() {
        if (!tokens.accept("ROW")) {
            tokens.accept("ROWS");
        }
    }

    // docs.snowflake.com/en/sql-reference/constructs/limit: a non-negative integer constant, or NULL or an empty text,
    // which
    // mean none.
    private Expression constant() {
        Token token = tokens.peek();
        if (token.kind() == TokenKind.STRING && token.text().isEmpty()) {
            return new NullLiteral(tokens.spanOf(tokens.next()));
        }
        boolean fits = switch (token.kind()) {
            case NUMBER -> token.text().matches("\\d+");
            case BIND, VARIABLE -> true;
            case SYMBOL -> token.isSymbol(":");
            default -> token.isWord("NULL");
        };
        if (!fits) {
            throw tokens.unexpected();
        }
        return grammar.expressions().primaries().parse();
    }
}
