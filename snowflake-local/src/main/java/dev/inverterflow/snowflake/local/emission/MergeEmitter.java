package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml.Assignment;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml.Clause;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml.ClauseKind;
import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.emission.DuckDml.Counting;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes MERGE. DuckDB refuses a row of the target that two rows of the source change, whatever they do; Snowflake lets
 * several rows delete it, and with ERROR_ON_NONDETERMINISTIC_MERGE = FALSE any of them do it
 * (docs.snowflake.com/en/sql-reference/sql/merge, "Duplicate join behavior"): then the rows too many are left out before.
 */
final class MergeEmitter {
    private static final String MATCHED_ROW = "\"sf#row\"";

    private final TypedDml.Merge merge;
    private final String source;
    private final ExpressionEmitter expressions;
    private final String target;
    private final String table;

    /**
     * A writer of one statement.
     *
     * @param source the source as it stands after USING
     * @param expressions knows the columns of both sides
     */
    MergeEmitter(TypedDml.Merge merge, String source, ExpressionEmitter expressions) {
        this.merge = merge;
        this.source = source;
        this.expressions = expressions;
        this.target = DmlEmitter.alias(merge.relation());
        this.table = merge.target().duckName();
    }

    DuckDml dml() {
        if (merge.clauses().size() == 1 && merge.clauses().get(0).kind() == ClauseKind.INSERT) {
            return insertOfUnmatched();
        }
        var sql = new StringBuilder("MERGE INTO " + table + " AS " + target + " USING " + usedRows());
        for (var clause : merge.clauses()) {
            sql.append(clause(clause));
        }
        sql.append(" RETURNING merge_action");
        return new DuckDml(List.of(sql.toString()), Counting.MERGE_ACTIONS, labels());
    }

    /** The engine inserts what an anti-join leaves faster than what a MERGE with this one clause does. */
    private DuckDml insertOfUnmatched() {
        var clause = merge.clauses().get(0);
        var sql = "INSERT INTO " + table + " (" + columns(clause) + ") SELECT " + values(clause) + " FROM " + source
                + " ANTI JOIN " + table + " AS " + target + " ON (" + condition() + ")"
                + DmlEmitter.where(clause.condition(), expressions);
        return new DuckDml(List.of(sql), Counting.UPDATE_COUNT, List.of(DmlEmitter.INSERTED));
    }

    private String usedRows() {
        @Nullable String alias = alias(merge.source());
        if (merge.deterministic() && (alias == null || !has(ClauseKind.DELETE))) {
            return source + " ON (" + condition() + ")";
        }
        if (alias == null) {
            throw Errors.notSupported(
                    "ERROR_ON_NONDETERMINISTIC_MERGE = false with a MERGE that reads no table, view or subquery");
        }
        return "(SELECT " + alias + ".*, " + target + ".rowid AS " + MATCHED_ROW + " FROM " + source + " LEFT JOIN "
                + table + " AS " + target + " ON (" + condition() + ") QUALIFY " + target + ".rowid IS NULL OR "
                + (merge.deterministic() ? onceDeleted() : onceChanged()) + ") AS " + alias + " ON (" + target
                + ".rowid = " + alias + "." + MATCHED_ROW + ")";
    }

    /** Of the rows that delete the same row of the target only one; all others stay, so that they are in its way. */
    private String onceDeleted() {
        var deletes = "(" + firstClause(ClauseKind.DELETE) + ")";
        return "NOT " + deletes + " OR row_number() OVER (PARTITION BY " + target + ".rowid, " + deletes + ") = 1";
    }

    /** Of the rows that meet the same row of the target only one, which some clause is for if there is one. */
    private String onceChanged() {
        return "row_number() OVER (PARTITION BY " + target + ".rowid ORDER BY (" + firstClause(null) + ") DESC) = 1";
    }

    /** Whether the first WHEN MATCHED that is for a row is of a kind, or whether there is one at all. */
    private String firstClause(@Nullable ClauseKind kind) {
        var cases = new StringBuilder("CASE");
        for (var clause : merge.clauses()) {
            if (clause.kind() != ClauseKind.INSERT) {
                cases.append(" WHEN ")
                        .append(clause.condition() == null ? "true" : expressions.emit(clause.condition()))
                        .append(" THEN ")
                        .append(kind == null || clause.kind() == kind);
            }
        }
        return cases.append(" ELSE false END").toString();
    }

    /** What the columns of the source are qualified by; null if they are more than columns of one relation. */
    private static @Nullable String alias(TypedRelation source) {
        if (source instanceof TypedRelation.Stored stored) {
            return RelationEmitter.alias(stored.alias(), stored.number());
        }
        if (source instanceof TypedRelation.Derived derived) {
            return RelationEmitter.alias(derived.alias(), derived.number());
        }
        if (source instanceof TypedRelation.Common common) {
            return RelationEmitter.alias(common.alias(), common.number());
        }
        return source instanceof TypedRelation.Rows rows ? RelationEmitter.alias(rows.alias(), rows.number()) : null;
    }

    private String condition() {
        return expressions.emit(merge.condition());
    }

    private String clause(Clause clause) {
        var condition = clause.condition();
        var and = condition == null ? "" : " AND " + expressions.emit(condition);
        return switch (clause.kind()) {
            case UPDATE ->
                " WHEN MATCHED" + and + " THEN UPDATE SET " + DmlEmitter.assignments(clause.assignments(), expressions);
            case DELETE -> " WHEN MATCHED" + and + " THEN DELETE";
            case INSERT ->
                " WHEN NOT MATCHED" + and + " THEN INSERT (" + columns(clause) + ") VALUES (" + values(clause) + ")";
        };
    }

    private static String columns(Clause insert) {
        return DmlEmitter.names(
                insert.assignments().stream().map(Assignment::column).toList());
    }

    private String values(Clause insert) {
        return expressions.emitAll(
                insert.assignments().stream().map(Assignment::value).toList());
    }

    /** Only what the statement can do, in the order inserted, updated, deleted. */
    private List<String> labels() {
        List<String> labels = new ArrayList<>();
        addIf(labels, ClauseKind.INSERT, DmlEmitter.INSERTED);
        addIf(labels, ClauseKind.UPDATE, DmlEmitter.UPDATED);
        addIf(labels, ClauseKind.DELETE, DmlEmitter.DELETED);
        return labels;
    }

    private void addIf(List<String> labels, ClauseKind kind, String label) {
        if (has(kind)) {
            labels.add(label);
        }
    }

    private boolean has(ClauseKind kind) {
        return merge.clauses().stream().anyMatch(clause -> clause.kind() == kind);
    }
}
