package dev.inverterflow.snowflake.local.load.copy;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.CopySource;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Literal.StringLiteral;
import dev.inverterflow.snowflake.local.ast.Reference.ColumnReference;
import dev.inverterflow.snowflake.local.ast.Reference.PositionalColumn;
import dev.inverterflow.snowflake.local.ast.SelectItem;
import dev.inverterflow.snowflake.local.ast.Span;
import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.Stage;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.load.format.HeaderMatch;
import dev.inverterflow.snowflake.local.load.format.RowFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a COPY reads and what it puts where.
 *
 * @param format how files become rows
 * @param columns the columns it names or matches; empty for all of the table in their order
 * @param items what fills them
 * @param fields the field of the rows that fills each of them as it is, from 1; 0 for none
 */
public record CopyPlan(RowFormat format, List<Identifier> columns, List<SelectItem> items, List<Integer> fields) {
    public CopyPlan {
        columns = List.copyOf(columns);
        items = List.copyOf(items);
        fields = List.copyOf(fields);
    }

    /**
     * The plan of a statement.
     *
     * @param stage the named stage it reads; empty for the stage of a table or a user
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException if its options do not go together
     */
    public static CopyPlan of(CopyIntoTable copy, Table table, Optional<Stage> stage, SessionContext session) {
        var format = FileFormats.of(copy.options(), stage, session);
        var values = new ColumnValue(
                FileFormats.forms(copy.options(), stage, session), CopyOptions.truncates(copy.options()));
        var match = ColumnMatch.of(copy.options());
        if (copy.source() instanceof CopySource.Transform transform) {
            return transformed(copy, transform, table, format, values);
        }
        if (match.isPresent()) {
            if (!copy.columns().isEmpty()) {
                throw Errors.notSupported("MATCH_BY_COLUMN_NAME with a list of columns");
            }
            boolean headed = FileFormats.headed(copy.options(), stage, session);
            return matched(copy.source().location().span(), table, format, values, match.get(), headed);
        }
        return placed(copy, table, format, values);
    }

    private static CopyPlan placed(CopyIntoTable copy, Table table, RowFormat format, ColumnValue values) {
        var span = copy.source().location().span();
        var targets = targets(copy, table);
        var items = new ArrayList<SelectItem>();
        var fields = new ArrayList<Integer>();
        for (int index = 1; index <= targets.size(); index++) {
            Expression field = new PositionalColumn(null, index, span);
            var column = table.column(targets.get(index - 1).name()).orElse(null);
            if (column != null && format.fields() == RowFormat.Fields.TEXTS) {
                field = values.ofText(field, column, span);
            }
            items.add(new SelectItem(field, null, span));
            fields.add(index);
        }
        var counted = CopyRules.countsFields(copy) ? format.into(targets.size()) : format;
        return new CopyPlan(counted, copy.columns(), items, fields);
    }

    private static CopyPlan transformed(
            CopyIntoTable copy, CopySource.Transform transform, Table table, RowFormat format, ColumnValue values) {
        var targets = targets(copy, table);
        boolean texts = format.fields() == RowFormat.Fields.TEXTS;
        var items = new ArrayList<SelectItem>();
        var fields = new ArrayList<Integer>();
        for (int index = 0; index < transform.items().size(); index++) {
            var item = transform.items().get(index);
            var field = item.expression() instanceof PositionalColumn column && texts ? column.index() : 0;
            var target = index < targets.size()
                    ? table.column(targets.get(index).name()).orElse(null)
                    : null;
            if (field == 0
                    && !values.forms().isUsual()
                    && (TransformRules.readsTexts(item.expression())
                            || target != null && values.hasForm(target.type()))) {
                throw Errors.notSupported("DATE_FORMAT and the like of a file format with a transformation that does"
                        + " more than name the fields of dates, times and binaries");
            }
            items.add(
                    target == null
                            ? item
                            : new SelectItem(
                                    values.ofTransformed(item.expression(), target, field > 0, item.span()),
                                    item.alias(),
                                    item.span()));
            fields.add(field);
        }
        return new CopyPlan(format, copy.columns(), items, fields);
    }

    private static CopyPlan matched(
            Span span, Table table, RowFormat format, ColumnValue values, ColumnMatch match, boolean headed) {
        var filled = table.columns().stream()
                .filter(column -> column.identity() == null || match.metadata().containsKey(column.name()))
                .toList();
        match.metadata().keySet().stream()
                .filter(name -> table.column(name).isEmpty())
                .findFirst()
                .ifPresent(name -> {
                    throw LoadErrors.noSuchColumn(name);
                });
        boolean texts = format.fields() == RowFormat.Fields.TEXTS;
        if (texts && !headed) {
            throw Errors.notSupported("MATCH_BY_COLUMN_NAME of CSV files without PARSE_HEADER = TRUE");
        }
        var items = new ArrayList<SelectItem>();
        var fields = new ArrayList<Integer>();
        for (Column column : filled) {
            String metadata = match.metadata().get(column.name());
            boolean field = metadata == null && texts;
            fields.add(field ? fields.size() + 1 : 0);
            items.add(new SelectItem(
                    metadata != null
                            ? new ColumnReference(List.of(Identifier.of(metadata)), span)
                            : field
                                    ? values.ofText(new PositionalColumn(null, fields.size(), span), column, span)
                                    : values.ofVariant(member(column, match, span), column, span),
                    null,
                    span));
        }
        var names = filled.stream().map(Column::name).toList();
        return new CopyPlan(
                texts
                        ? format.into(table.columns().size()).matching(new HeaderMatch(names, match.ignoresCase()))
                        : format,
                names.stream().map(Identifier::of).toList(),
                items,
                fields);
    }

    private static Expression member(Column column, ColumnMatch match, Span span) {
        return ColumnValue.call(
                match.ignoresCase() ? "GET_IGNORE_CASE" : "GET",
                List.of(
                        new Argument(null, new PositionalColumn(null, 1, span)),
                        new Argument(null, new StringLiteral(column.name(), span))),
                span);
    }

    /** The columns of the table that are filled, in the order of what fills them. */
    List<Identifier> targets(Table table) {
        return columns.isEmpty() ? all(table) : columns;
    }

    private static List<Identifier> targets(CopyIntoTable copy, Table table) {
        return copy.columns().isEmpty() ? all(table) : copy.columns();
    }

    private static List<Identifier> all(Table table) {
        return table.columns().stream()
                .map(column -> Identifier.of(column.name()))
                .toList();
    }

    /** The plan with one column only. */
    CopyPlan only(Identifier column, int index) {
        return new CopyPlan(format, List.of(column), List.of(items.get(index)), List.of(fields.get(index)));
    }
}
