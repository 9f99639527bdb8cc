package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.TargetTable;
import dev.inverterflow.snowflake.local.analysis.TypedTrees;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.emission.EngineErrors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The error of a statement one of whose values a column cannot take: it names table and column
 * (docs.snowflake.com/en/sql-reference/sql/insert, "Multi-row insert using explicitly-specified values"). The engine names
 * the column of a NULL only; a constant that stands in the statement is found by computing each one again. Others stay as they are.
 */
final class FailedWrite {

    private static final int NULL_IN_COLUMN = 100072;

    /** What goes wrong with a number, boolean, date, timestamp, time, text or binary value. */
    private static final List<Integer> VALUE_CODES =
            List.of(100035, 100037, 100038, 100040, 100046, 100078, 100108, 100145);

    /** More values than that are not computed again for the sake of a message. */
    private static final int MOST_VALUES = 2000;

    private final DmlStatement written;
    private final TypedDml typed;
    private final Compiler compiler;

    FailedWrite(DmlStatement written, TypedDml typed, Compiler compiler) {
        this.written = written;
        this.typed = typed;
        this.compiler = compiler;
    }

    /** The error with its column, or the failure itself. */
    SQLException named(SQLException failure) {
        SnowflakeException error = EngineErrors.translate(failure);
        QualifiedName table = table();
        if (table == null) {
            return failure;
        }
        Optional<String> column = error.code() == NULL_IN_COLUMN
                ? columnOfNull(String.valueOf(failure.getMessage()))
                : columnOfValue(error);
        column.ifPresent(name -> {
            throw error.inColumn(table.toString(), name);
        });
        return failure;
    }

    private @Nullable QualifiedName table() {
        if (written instanceof DmlStatement.Insert insert) {
            return insert.target();
        }
        if (written instanceof DmlStatement.Update update) {
            return update.target().name();
        }
        return written instanceof DmlStatement.Merge merge ? merge.target().name() : null;
    }

    private Optional<String> columnOfNull(String message) {
        return typed.target().columns().stream()
                .map(TargetTable.Column::name)
                .filter(name -> message.strip().endsWith("." + name))
                .findFirst();
    }

    private Optional<String> columnOfValue(SnowflakeException error) {
        if (!VALUE_CODES.contains(error.code())) {
            return Optional.empty();
        }
        return writtenValues()
                .limit(MOST_VALUES)
                .filter(one -> failsAlike(one.value(), error))
                .map(one -> one.column().name())
                .findFirst();
    }

    /** The values that stand in the statement, in order. */
    private Stream<TypedDml.Assignment> writtenValues() {
        if (typed instanceof TypedDml.InsertRows rows) {
            List<TargetTable.Column> columns = rows.target().columns();
            return rows.rows().stream()
                    .flatMap(row -> IntStream.range(0, row.size())
                            .mapToObj(place -> new TypedDml.Assignment(columns.get(place), row.get(place))));
        }
        if (typed instanceof TypedDml.Update update) {
            return update.assignments().stream();
        }
        return typed instanceof TypedDml.Merge merge
                ? merge.clauses().stream().flatMap(clause -> clause.assignments().stream())
                : Stream.empty();
    }

    private boolean failsAlike(TypedExpression value, SnowflakeException error) {
        if (value instanceof TypedExpression.Value || !isConstant(value)) {
            return false;
        }
        try {
            var unused = compiler.evaluate(value);
            return false;
        } catch (SnowflakeException again) {
            return again.code() == error.code()
                    && String.valueOf(again.getMessage()).equals(error.getMessage());
        }
    }

    /** Whether it can be computed again without rows, and without taking the next number of a sequence. */
    private static boolean isConstant(TypedExpression value) {
        return !(value instanceof TypedExpression.Column)
                && !(value instanceof TypedExpression.NextValue)
                && !TypedTrees.hasSubquery(value)
                && TypedTrees.children(value).stream().allMatch(FailedWrite::isConstant);
    }
}
