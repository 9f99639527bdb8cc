package dev.inverterflow.snowflake.local.emission;

import static java.util.stream.Collectors.joining;

import dev.inverterflow.snowflake.local.analysis.TargetTable;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml.Assignment;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.emission.DuckDml.Counting;
import dev.inverterflow.snowflake.local.emission.ExpressionEmitter.Emission;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes INSERT, UPDATE, DELETE and MERGE. */
final class DmlEmitter implements TypedDml.Visitor<DuckDml> {
    static final String INSERTED = "number of rows inserted";
    static final String UPDATED = "number of rows updated";
    static final String DELETED = "number of rows deleted";

    private static final String MULTI_JOINED = "number of multi-joined rows updated";

    private static final String OVERWRITING = "\"sf#overwriting\"";

    private final Emission emission;

    DmlEmitter(Emission emission) {
        this.emission = emission;
    }

    @Override
    public DuckDml visitInsert(TypedDml.Insert insert) {
        var addresses = new Addresses();
        addresses.put(
                insert.relation(),
                place -> "\"rows\"."
                        + Sql.name(insert.rows().columns().get(place).duckName()));
        var query = new QueryEmitter(emission, new Addresses()).query(insert.rows());
        var values = new ExpressionEmitter(emission, addresses).emitAll(insert.values());
        var rows = "SELECT " + values + " FROM (" + query + ") AS \"rows\"";
        return insert.overwrite() ? overwritten(insert.target(), rows) : inserted(insert.target(), rows);
    }

    @Override
    public DuckDml visitInsertRows(TypedDml.InsertRows insert) {
        var expressions = new ExpressionEmitter(emission, new Addresses());
        var rows = insert.rows().stream()
                .map(row -> "(" + expressions.emitAll(row) + ")")
                .collect(joining(", "));
        return insert.overwrite()
                ? overwritten(insert.target(), "SELECT * FROM (VALUES " + rows + ")")
                : inserted(insert.target(), "VALUES " + rows);
    }

    /** The query runs once, its rows go to each table whose condition they meet. */
    @Override
    public DuckDml visitInsertAll(TypedDml.InsertAll insert) {
        var addresses = new Addresses();
        addresses.put(
                insert.relation(),
                place -> "\"rows\"."
                        + Sql.name(insert.rows().columns().get(place).duckName()));
        var expressions = new ExpressionEmitter(emission, addresses);
        List<String> statements = new ArrayList<>();
        statements.add("CREATE OR REPLACE TEMP TABLE " + OVERWRITING + " AS "
                + new QueryEmitter(emission, new Addresses()).query(insert.rows()));
        if (insert.overwrite()) {
            insert.targets().forEach(target -> statements.add("DELETE FROM " + target.duckName()));
        }
        List<String> labels = new ArrayList<>();
        for (var branch : insert.branches()) {
            statements.add(insertInto(branch.target()) + "SELECT " + expressions.emitAll(branch.values()) + " FROM "
                    + OVERWRITING + " AS \"rows\"" + where(branch.condition(), expressions));
            labels.add(INSERTED + " into " + branch.target().origin().name());
        }
        return new DuckDml(statements, Counting.EACH_UPDATE_COUNT, labels);
    }

    private static DuckDml inserted(TargetTable target, String rows) {
        return new DuckDml(List.of(insertInto(target) + rows), Counting.UPDATE_COUNT, List.of(INSERTED));
    }

    /** The rows are computed before the table is emptied, because they may come from it. */
    private static DuckDml overwritten(TargetTable target, String rows) {
        return new DuckDml(
                List.of(
                        "CREATE OR REPLACE TEMP TABLE " + OVERWRITING + " AS " + rows,
                        "DELETE FROM " + target.duckName(),
                        insertInto(target) + "SELECT * FROM " + OVERWRITING),
                Counting.UPDATE_COUNT,
                List.of(INSERTED));
    }

    private static String insertInto(TargetTable target) {
        return "INSERT INTO " + target.duckName() + " (" + names(target.columns()) + ") ";
    }

    /** The quoted names of columns. */
    static String names(List<TargetTable.Column> columns) {
        return columns.stream().map(column -> Sql.name(column.name())).collect(joining(", "));
    }

    @Override
    public DuckDml visitUpdate(TypedDml.Update update) {
        var addresses = target(update.target(), update.relation());
        var from = source(update.from(), addresses);
        var expressions = new ExpressionEmitter(emission, addresses);
        var sql = "UPDATE " + update.target().duckName() + " AS " + alias(update.relation()) + " SET "
                + assignments(update.assignments(), expressions)
                + (from.isEmpty() ? "" : " FROM " + from)
                + where(update.where(), expressions);
        var labels = List.of(UPDATED, MULTI_JOINED);
        if (from.isEmpty()) {
            return new DuckDml(List.of(sql), Counting.UPDATE_COUNT_AND_ZERO, labels);
        }
        // A row that several rows of the other tables meet is updated once, by any of them.
        var counts = "SELECT count(*), count(*) FILTER (WHERE \"n\" > 1) FROM (SELECT count(*) AS \"n\" FROM "
                + update.target().duckName() + " AS " + alias(update.relation()) + ", " + from
                + where(update.where(), expressions) + " GROUP BY " + alias(update.relation()) + ".rowid)";
        return new DuckDml(List.of(counts, sql), Counting.JOINED_UPDATE, labels);
    }

    @Override
    public DuckDml visitDelete(TypedDml.Delete delete) {
        var addresses = target(delete.target(), delete.relation());
        var using = source(delete.using(), addresses);
        var expressions = new ExpressionEmitter(emission, addresses);
        var sql = "DELETE FROM " + delete.target().duckName() + " AS " + alias(delete.relation())
                + (using.isEmpty() ? "" : " USING " + using)
                + where(delete.where(), expressions);
        return new DuckDml(List.of(sql), Counting.UPDATE_COUNT, List.of(DELETED));
    }

    @Override
    public DuckDml visitMerge(TypedDml.Merge merge) {
        if (merge.source() instanceof TypedRelation.Joined) {
            throw Errors.notSupported("MERGE with a join after USING; write it as a subquery");
        }
        var addresses = target(merge.target(), merge.relation());
        var source = source(merge.source(), addresses);
        var expressions = new ExpressionEmitter(emission, addresses);
        return new MergeEmitter(merge, source, expressions).dml();
    }

    /** What the target of a statement is called in DuckDB. */
    static String alias(int relation) {
        return Sql.name("target#" + relation);
    }

    private static Addresses target(TargetTable table, int relation) {
        var addresses = new Addresses();
        addresses.put(
                relation,
                place -> alias(relation) + "."
                        + Sql.name(table.columns().get(place).name()));
        return addresses;
    }

    private String source(@Nullable TypedRelation relation, Addresses addresses) {
        if (relation == null) {
            return "";
        }
        var text = relation.accept(new RelationEmitter(emission, new Addresses()));
        addresses.putAll(text.addresses());
        return text.sql();
    }

    /** What follows SET. */
    static String assignments(List<Assignment> assignments, ExpressionEmitter expressions) {
        return assignments.stream()
                .map(assignment -> Sql.name(assignment.column().name()) + " = " + expressions.emit(assignment.value()))
                .collect(joining(", "));
    }

    /** WHERE and a condition, or nothing. */
    static String where(@Nullable TypedExpression where, ExpressionEmitter expressions) {
        return where == null ? "" : " WHERE " + expressions.emit(where);
    }
}
