package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.RelationColumn.Visibility;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What names mean at a place of a statement: the relations of the innermost SELECT, the aliases of its items, then the
 * same of the queries around it.
 */
final class Scope {
    /**
     * A relation that is in sight.
     *
     * @param alias the name it goes by; null if it has none
     * @param fullName database, schema and name, for columns qualified by them; null if it has none
     * @param use receives the places of the columns that are read; null if nobody asks
     */
    record Item(
            int number,
            @Nullable String alias,
            @Nullable Origin fullName,
            List<ScopeColumn> columns,
            @Nullable BitSet use) {
        Item {
            columns = List.copyOf(columns);
        }

        Item withColumns(List<ScopeColumn> other) {
            return new Item(number, alias, fullName, other, use);
        }

        TypedExpression column(int place) {
            var column = columns.get(place);
            if (column.merged() != null) {
                return column.merged();
            }
            if (use != null) {
                use.set(place);
            }
            return new TypedExpression.Column(number, place, column.name(), column.type(), column.nullable());
        }
    }

    /** How a column can be reached. */
    enum Reach {
        /** By name, and listed by a star. */
        LISTED,
        /** By name only. */
        NAMED,
        /** With a qualifier only: the other side of USING. */
        QUALIFIED
    }

    /**
     * A column of a relation in sight.
     *
     * @param merged what it is computed from; null if it is one of the relation's own
     */
    record ScopeColumn(
            String name,
            SnowflakeType type,
            boolean nullable,
            Reach reach,
            @Nullable TypedExpression merged) {
        ScopeColumn(String name, SnowflakeType type, boolean nullable, Reach reach) {
            this(name, type, nullable, reach, null);
        }

        static ScopeColumn of(RelationColumn column) {
            return new ScopeColumn(
                    column.name(),
                    column.type(),
                    column.nullable(),
                    column.visibility() == Visibility.LISTED ? Reach.LISTED : Reach.NAMED);
        }

        ScopeColumn asNullable() {
            return new ScopeColumn(name, type, true, reach, merged);
        }

        ScopeColumn withReach(Reach other) {
            return new ScopeColumn(name, type, nullable, other, merged);
        }
    }

    private final @Nullable Scope outer;
    private final List<Item> items;
    private final Map<String, Supplier<TypedExpression>> aliases = new HashMap<>();

    Scope(@Nullable Scope outer, List<Item> items) {
        this.outer = outer;
        this.items = List.copyOf(items);
    }

    static Scope empty() {
        return new Scope(null, List.of());
    }

    List<Item> items() {
        return items;
    }

    /** Makes the name of a select item known; names of columns come before it. */
    void alias(String name, Supplier<TypedExpression> item) {
        aliases.putIfAbsent(name, item);
    }

    /**
     * What a name means.
     *
     * @return empty if nothing here or around has that name
     */
    Optional<TypedExpression> find(List<Identifier> parts) {
        var local = columns(parts);
        if (local.size() > 1) {
            throw AnalysisErrors.ambiguousColumn(parts.get(parts.size() - 1).name());
        }
        if (local.size() == 1) {
            return Optional.of(local.get(0));
        }
        if (parts.size() == 1 && aliases.containsKey(parts.get(0).name())) {
            return Optional.of(aliases.get(parts.get(0).name()).get());
        }
        return outer == null ? Optional.empty() : outer.find(parts);
    }

    private List<TypedExpression> columns(List<Identifier> parts) {
        var name = parts.get(parts.size() - 1).name();
        List<TypedExpression> found = new ArrayList<>();
        for (var item : items) {
            if (!matches(item, parts.subList(0, parts.size() - 1))) {
                continue;
            }
            for (int place = 0; place < item.columns().size(); place++) {
                var column = item.columns().get(place);
                boolean reachable = parts.size() > 1 || column.reach() != Reach.QUALIFIED;
                if (column.name().equals(name) && reachable) {
                    found.add(item.column(place));
                }
            }
        }
        return found;
    }

    /** The relation's column at a 1-based position, for {@code $1}. */
    Optional<TypedExpression> positional(@Nullable QualifiedName qualifier, int index) {
        var name = "$" + index;
        for (var item : items) {
            if (qualifier != null && !matches(item, qualifier.parts())) {
                continue;
            }
            for (int place = 0; place < item.columns().size(); place++) {
                if (item.columns().get(place).name().equals(name)) {
                    return Optional.of(item.column(place));
                }
            }
            if (index <= item.columns().size()
                    && item.columns().get(index - 1).reach() == Reach.LISTED
                    && item.columns().stream().noneMatch(column -> column.name().startsWith("$"))) {
                return Optional.of(item.column(index - 1));
            }
        }
        return outer == null ? Optional.empty() : outer.positional(qualifier, index);
    }

    /** The relations that a star means. */
    List<Item> starred(@Nullable QualifiedName qualifier) {
        return items.stream()
                .filter(item -> qualifier == null || matches(item, qualifier.parts()))
                .toList();
    }

    private static boolean matches(Item item, List<Identifier> qualifier) {
        if (qualifier.isEmpty()) {
            return true;
        }
        var last = qualifier.get(qualifier.size() - 1).name();
        if (qualifier.size() == 1) {
            return last.equals(item.alias());
        }
        var full = item.fullName();
        if (full == null || !last.equals(full.name())) {
            return false;
        }
        boolean schemaFits = qualifier.get(qualifier.size() - 2).name().equals(full.schema());
        return schemaFits
                && (qualifier.size() < 3
                        || qualifier.get(qualifier.size() - 3).name().equals(full.database()));
    }
}
