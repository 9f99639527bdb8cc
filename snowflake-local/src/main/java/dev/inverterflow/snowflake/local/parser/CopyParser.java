package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoLocation;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody.Select;
import dev.inverterflow.snowflake.local.ast.Reference.Star;
import dev.inverterflow.snowflake.local.ast.Relation.StageRelation;
import dev.inverterflow.snowflake.local.ast.Relation.TableFunctionRelation;
import dev.inverterflow.snowflake.local.ast.Relation.TableReference;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.List;

/** COPY INTO a table, with or without a transformation, and COPY INTO a stage. */
final class CopyParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;
    private final StageLocationParser stages;

    CopyParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.stages = new StageLocationParser(grammar);
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("COPY");
        if (tokens.atWord("FILES")) {
            throw tokens.notSupported("COPY FILES");
        }
        tokens.expect("INTO");
        refuseUrl();
        return stages.follows() ? intoLocation(first) : intoTable(first);
    }

    /** COPY INTO a table, which is all that a pipe may hold. */
    CopyIntoTable intoTable() {
        Token first = tokens.peek();
        tokens.expect("COPY", "INTO");
        return intoTable(first);
    }

    private CopyIntoTable intoTable(Token first) {
        QualifiedName target = grammar.names().qualifiedName();
        List<Identifier> columns = grammar.names().optionalColumnList();
        CopySource source = tokens.accept("FROM") ? source() : new CopySource.Plain(ownStage(target));
        Properties options = grammar.properties().parse(PropertySets.COPY_INTO_TABLE);
        return new CopyIntoTable(target, columns, source, options, tokens.spanFrom(first));
    }

    private CopySource source() {
        refuseUrl();
        return tokens.atSymbol("(") ? transform() : new CopySource.Plain(stages.parse());
    }

    /** Without FROM the files are those of the table's own stage. */
    private static StageLocation ownStage(QualifiedName table) {
        return new StageLocation(StageLocation.StageKind.TABLE, table, "", table.span());
    }

    // docs.snowflake.com/en/user-guide/data-load-transform: one SELECT over a stage and nothing else.
    private CopySource transform() {
        int before = grammar.queries().count();
        Query query = grammar.queries().parenthesised();
        boolean alone = query.with().isEmpty()
                && query.orderBy().isEmpty()
                && query.limit() == null
                && grammar.queries().count() == before + 1;
        if (alone
                && query.body() instanceof Select select
                && isPlain(select)
                && select.from() instanceof StageRelation stage
                && stage.options().all().isEmpty()) {
            Identifier alias = stage.alias() == null ? null : stage.alias().name();
            return new CopySource.Transform(select.items(), stage.location(), alias, query.span());
        }
        if (alone && query.body() instanceof Select select && isStreaming(select)) {
            throw tokens.notSupported("COPY from DATA_SOURCE (Snowpipe Streaming)");
        }
        throw Errors.copyTransformNotSimple();
    }

    private static boolean isStreaming(Select select) {
        return select.from() instanceof TableFunctionRelation function
                && function.call().name().last().isWord("DATA_SOURCE");
    }

    private static boolean isPlain(Select select) {
        return !select.distinct()
                && select.top() == null
                && select.where() == null
                && select.groupBy() == null
                && select.having() == null
                && select.qualify() == null;
    }

    private CopyIntoLocation intoLocation(Token first) {
        StageLocation target = stages.parse();
        tokens.expect("FROM");
        Query query = tokens.atSymbol("(") ? grammar.queries().parenthesised() : wholeTable();
        Expression partitionBy =
                tokens.accept("PARTITION", "BY") ? grammar.expressions().parse() : null;
        Properties options = grammar.properties().parse(PropertySets.COPY_INTO_LOCATION);
        return new CopyIntoLocation(target, query, partitionBy, options, tokens.spanFrom(first));
    }

    private Query wholeTable() {
        QualifiedName table = grammar.names().qualifiedName();
        Span span = table.span();
        Star star = new Star(null, null, List.of(), List.of(), List.of(), span);
        TableReference from = new TableReference(table, null, span);
        Select select =
                new Select(false, null, List.of(new SelectItem(star, null, span)), from, null, null, null, null, span);
        return new Query(List.of(), select, List.of(), null, span);
    }

    private void refuseUrl() {
        if (tokens.at(TokenKind.STRING) && tokens.peek().text().contains("://")) {
            throw tokens.notSupported("COPY with a URL; use a stage");
        }
    }
}
