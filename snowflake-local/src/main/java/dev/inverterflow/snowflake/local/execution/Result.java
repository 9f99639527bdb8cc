package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.rows.FiledRows;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The answer of a statement, complete and detached from the engine: a session keeps it for RESULT_SCAN, and its rows may
 * be read after the session's transaction, connection and lock have moved on.
 *
 * @param type what kind of statement it answers
 * @param columns its columns
 * @param rows its rows, each value encoded as it goes over the wire (see {@link WireText}); SQL NULL is null
 * @param transfer what the driver is to copy, for PUT and GET only
 */
public record Result(
        StatementType type,
        List<ResultColumn> columns,
        List<List<@Nullable String>> rows,
        @Nullable FileTransfer transfer) {

    public Result {
        Objects.requireNonNull(type, "type");
        columns = List.copyOf(columns);
        rows = rows instanceof FiledRows ? rows : Collections.unmodifiableList(rows);
    }

    /** The one row most DDL and commands answer, such as {@code Table T successfully created.} */
    public static Result status(String message) {
        return status(StatementType.DDL, message);
    }

    /** The one row of a status, for a statement that is no DDL. */
    public static Result status(StatementType type, String message) {
        return new Result(type, List.of(ResultColumn.text("status")), List.of(List.of(message)), null);
    }

    /** A result with rows. */
    public static Result rows(
            StatementType type, List<ResultColumn> columns, List<? extends List<@Nullable String>> rows) {
        return new Result(type, columns, new ArrayList<>(rows), null);
    }

    /** A result with rows that nobody else holds, and which may be too many for the memory. */
    public static Result of(StatementType type, List<ResultColumn> columns, List<List<@Nullable String>> rows) {
        return new Result(type, columns, rows, null);
    }

    /** The counts a DML statement answers: one row, one NUMBER column for each label. */
    public static Result counts(StatementType type, List<String> labels, List<Long> counts) {
        List<ResultColumn> columns = labels.stream()
                .map(label -> new ResultColumn(label, SnowflakeType.INTEGER, false, null))
                .toList();
        return new Result(
                type, columns, List.of(counts.stream().map(String::valueOf).toList()), null);
    }

    /** The answer of a PUT or GET, which has no rows: the driver makes them from what it copied. */
    public static Result transfer(FileTransfer transfer) {
        StatementType type =
                transfer.direction() == FileTransfer.Direction.UPLOAD ? StatementType.PUT : StatementType.GET;
        return new Result(type, List.of(), List.of(), transfer);
    }

    /** A row that may hold null, which {@link List#of} refuses. */
    public static List<@Nullable String> row(@Nullable String... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** The same rows and columns as the answer of another kind of statement. */
    public Result as(StatementType newType) {
        return new Result(newType, columns, rows, transfer);
    }

    /** The columns alone, as the answer of a describe-only request. */
    public Result withoutRows() {
        return new Result(type, columns, List.of(), transfer);
    }

    /** The same with no more than so many rows. */
    public Result first(long most) {
        return rows.size() <= most
                ? this
                : new Result(type, columns, new ArrayList<>(rows.subList(0, Math.toIntExact(most))), transfer);
    }

    /** The single value of a result with one row and one column or more; null for NULL or no row. */
    public @Nullable String scalar() {
        return rows.isEmpty() ? null : rows.get(0).get(0);
    }
}
