package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.tree.TypedRelation;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Items of a SELECT in fewer words: where all columns of a common table stand next to each other in their order, its star
 * stands for them, which DuckDB parses and binds faster than their names. Other relations have columns that no star may show.
 */
final class CommonStars {
    private CommonStars() {}

    /** The items, as they are written without names of their own. */
    static List<String> of(List<String> items, TypedRelation from) {
        if (from instanceof TypedRelation.Joined joined) {
            return of(of(items, joined.left()), joined.right());
        }
        if (!(from instanceof TypedRelation.Common common) || common.columns().size() > items.size()) {
            return items;
        }
        var name = RelationEmitter.alias(common.alias(), common.number());
        var columns = common.columns().stream()
                .map(column -> name + "." + Sql.name(column.duckName()))
                .toList();
        return replaced(items, columns, name + ".*");
    }

    private static List<String> replaced(List<String> items, List<String> columns, String star) {
        int at = Collections.indexOfSubList(items, columns);
        if (at < 0 || columns.isEmpty()) {
            return items;
        }
        List<String> shorter = new ArrayList<>(items.subList(0, at));
        shorter.add(star);
        shorter.addAll(items.subList(at + columns.size(), items.size()));
        return shorter;
    }
}
