package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.Relation.Pivot;
import dev.inverterflow.snowflake.local.ast.Relation.Sample;
import dev.inverterflow.snowflake.local.ast.Relation.SampleMethod;
import dev.inverterflow.snowflake.local.ast.Relation.Unpivot;
import dev.inverterflow.snowflake.local.ast.Relation.UnpivotColumn;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.TableAlias;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What may follow a table: PIVOT, UNPIVOT and SAMPLE. */
final class TableSuffixParser {
    private final Grammar grammar;
    private final Tokens tokens;
    private final Supplier<@Nullable TableAlias> alias;

    TableSuffixParser(Grammar grammar, Supplier<@Nullable TableAlias> alias) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.alias = alias;
    }

    /** The relation with whatever follows it. */
    Relation parse(Relation relation, Token first) {
        if (tokens.atWord("PIVOT") && tokens.peek(1).isSymbol("(")) {
            return parse(pivot(relation, first), first);
        }
        if (tokens.atWord("UNPIVOT")
                && (tokens.peek(1).isSymbol("(") || tokens.peek(2).isWord("NULLS"))) {
            return parse(unpivot(relation, first), first);
        }
        return tokens.atWord("SAMPLE") || tokens.atWord("TABLESAMPLE") ? sample(relation, first) : relation;
    }

    private Relation pivot(Relation input, Token first) {
        tokens.expect("PIVOT");
        tokens.expectSymbol("(");
        FunctionCall aggregate = grammar.expressions().primaries().call();
        Identifier suffix = alias();
        tokens.expect("FOR");
        Identifier column = grammar.names().identifier();
        tokens.expect("IN");
        if (tokens.peek(1).isWord("ANY") || grammar.queries().queryFollows(1)) {
            throw tokens.notSupported("PIVOT with values from the data");
        }
        List<SelectItem> values = tokens.parenthesised(this::pivotValue);
        Expression defaultOnNull = tokens.accept("DEFAULT", "ON", "NULL") ? parenthesisedValue() : null;
        tokens.expectSymbol(")");
        return new Pivot(input, aggregate, suffix, column, values, defaultOnNull, alias.get(), tokens.spanFrom(first));
    }

    private Expression parenthesisedValue() {
        tokens.expectSymbol("(");
        Expression value = grammar.expressions().parse();
        tokens.expectSymbol(")");
        return value;
    }

    private SelectItem pivotValue() {
        Token first = tokens.peek();
        Expression value = grammar.expressions().parse();
        Span span = tokens.spanFrom(first);
        return new SelectItem(value, alias(), span);
    }

    private @Nullable Identifier alias() {
        return tokens.accept("AS") || grammar.names().atName() ? grammar.names().identifier() : null;
    }

    private Relation unpivot(Relation input, Token first) {
        tokens.expect("UNPIVOT");
        boolean keepsNulls = tokens.accept("INCLUDE", "NULLS");
        if (!keepsNulls) {
            tokens.accept("EXCLUDE", "NULLS");
        }
        tokens.expectSymbol("(");
        Identifier value = grammar.names().identifier();
        tokens.expect("FOR");
        Identifier name = grammar.names().identifier();
        tokens.expect("IN");
        List<UnpivotColumn> columns = tokens.parenthesised(this::unpivotColumn);
        tokens.expectSymbol(")");
        return new Unpivot(input, keepsNulls, value, name, columns, alias.get(), tokens.spanFrom(first));
    }

    private UnpivotColumn unpivotColumn() {
        Identifier column = grammar.names().identifier();
        if (tokens.atWord("AS") && tokens.peek(1).kind() == TokenKind.STRING) {
            tokens.next();
            return new UnpivotColumn(column, tokens.expectString());
        }
        Identifier shownAs = alias();
        return new UnpivotColumn(column, shownAs == null ? null : shownAs.name());
    }

    // docs.snowflake.com/en/sql-reference/constructs/sample
    private Relation sample(Relation input, Token first) {
        tokens.next();
        boolean block = tokens.accept("SYSTEM") || tokens.accept("BLOCK");
        if (!block && !tokens.accept("BERNOULLI")) {
            tokens.accept("ROW");
        }
        tokens.expectSymbol("(");
        Expression amount = grammar.expressions().parse();
        boolean rows = tokens.accept("ROWS");
        tokens.expectSymbol(")");
        if (rows && block) {
            throw tokens.notSupported("SAMPLE SYSTEM of a number of rows");
        }
        SampleMethod method = rows ? SampleMethod.ROWS : block ? SampleMethod.BLOCK : SampleMethod.ROW;
        return new Sample(input, method, amount, seed(), tokens.spanFrom(first));
    }

    private @Nullable Expression seed() {
        if (!tokens.accept("REPEATABLE") && !tokens.accept("SEED")) {
            return null;
        }
        tokens.expectSymbol("(");
        Expression seed = grammar.expressions().parse();
        tokens.expectSymbol(")");
        return seed;
    }
}
