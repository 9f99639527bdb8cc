package dev.inverterflow.snowflake.local.information;

import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.analysis.RelationColumn.Visibility;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A view of INFORMATION_SCHEMA.
 *
 * @param name its name
 * @param columns its columns, in the order of its documentation page
 * @param rows finds its rows, each value encoded as it goes over the wire
 */
record InformationView(
        String name, List<RelationColumn> columns, Function<Look, ? extends List<List<@Nullable String>>> rows) {

    InformationView {
        columns = List.copyOf(columns);
    }

    /** A view that lists things of one kind; each column says how its value is found. */
    static <T> Builder<T> of(String name, Function<Look, List<T>> things) {
        return new Builder<>(name, things);
    }

    /** Collects the columns of a view. */
    static final class Builder<T> {

        /** Finds a column's value. */
        interface Value<T> {
            @Nullable
            String of(T thing, Look look);
        }

        private final String name;
        private final Function<Look, List<T>> things;
        private final List<RelationColumn> columns = new ArrayList<>();
        private final List<Value<T>> values = new ArrayList<>();

        private Builder(String name, Function<Look, List<T>> things) {
            this.name = name;
            this.things = things;
        }

        Builder<T> text(String column, Value<T> value) {
            return add(ResultColumn.text(column), value);
        }

        /** The same text in every row. */
        Builder<T> text(String column, String constant) {
            return text(column, (thing, look) -> constant);
        }

        /** A column that is NULL in every row. */
        Builder<T> empty(String column) {
            return text(column, (thing, look) -> null);
        }

        Builder<T> number(String column, Value<T> value) {
            return add(ResultColumn.number(column), value);
        }

        Builder<T> time(String column, Value<T> value) {
            return add(Shown.time(column), value);
        }

        InformationView build() {
            return new InformationView(name, columns, this::rows);
        }

        private Builder<T> add(ResultColumn column, Value<T> value) {
            columns.add(new RelationColumn(column.name(), column.type(), true, Visibility.LISTED));
            values.add(value);
            return this;
        }

        private List<List<@Nullable String>> rows(Look look) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            for (T thing : things.apply(look)) {
                List<@Nullable String> row = new ArrayList<>();
                values.forEach(value -> row.add(value.of(thing, look)));
                rows.add(row);
            }
            return rows;
        }
    }
}
