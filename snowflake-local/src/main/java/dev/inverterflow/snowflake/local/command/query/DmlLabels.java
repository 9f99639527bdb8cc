package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** The columns of a DML statement's answer, known before it is emitted: emission may have effects, a description none. */
final class DmlLabels implements TypedDml.Visitor<List<String>> {

    private static final String INSERTED = "number of rows inserted";
    private static final String UPDATED = "number of rows updated";
    private static final String DELETED = "number of rows deleted";

    private DmlLabels() {}

    /** How many rows a statement with these counts updated and deleted; empty if it does neither. */
    static OptionalLong removed(List<String> labels, List<Long> counts) {
        return IntStream.range(0, labels.size())
                .filter(place ->
                        labels.get(place).equals(UPDATED) || labels.get(place).equals(DELETED))
                .mapToLong(counts::get)
                .reduce(Long::sum);
    }

    static List<String> of(TypedDml dml) {
        return dml.accept(new DmlLabels());
    }

    @Override
    public List<String> visitInsert(TypedDml.Insert insert) {
        return List.of(INSERTED);
    }

    @Override
    public List<String> visitInsertRows(TypedDml.InsertRows insert) {
        return List.of(INSERTED);
    }

    @Override
    public List<String> visitInsertAll(TypedDml.InsertAll insert) {
        return insert.branches().stream()
                .map(branch -> INSERTED + " into " + branch.target().origin().name())
                .toList();
    }

    @Override
    public List<String> visitUpdate(TypedDml.Update update) {
        return List.of(UPDATED, "number of multi-joined rows updated");
    }

    @Override
    public List<String> visitDelete(TypedDml.Delete delete) {
        return List.of(DELETED);
    }

    @Override
    public List<String> visitMerge(TypedDml.Merge merge) {
        List<String> labels = new ArrayList<>();
        add(labels, merge, TypedDml.ClauseKind.INSERT, INSERTED);
        add(labels, merge, TypedDml.ClauseKind.UPDATE, UPDATED);
        add(labels, merge, TypedDml.ClauseKind.DELETE, DELETED);
        return labels;
    }

    private static void add(List<String> labels, TypedDml.Merge merge, TypedDml.ClauseKind kind, String label) {
        if (merge.clauses().stream().anyMatch(clause -> clause.kind() == kind)) {
            labels.add(label);
        }
    }
}
