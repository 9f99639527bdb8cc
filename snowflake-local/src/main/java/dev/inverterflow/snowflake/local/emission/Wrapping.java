package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.emission.RelationEmitter.FromText;
import dev.inverterflow.snowflake.local.function.Sql;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subquery with all columns of the relations in it, under names of their own, and computed ones beside them. */
final class Wrapping {
    private Wrapping() {}

    /**
     * Wraps what stands after FROM.
     *
     * @param from null for nothing
     * @param extra select items with their aliases
     * @param name alias of the subquery, quoted
     */
    static FromText around(@Nullable FromText from, List<String> extra, String name) {
        List<String> items = new ArrayList<>();
        var addresses = new Addresses();
        if (from != null) {
            for (var relation : from.widths()) {
                for (int place : relation.places()) {
                    items.add(from.addresses().column(relation.relation(), place) + " AS "
                            + Sql.name(carried(relation.relation(), place)));
                }
                addresses.put(relation.relation(), place -> name + "." + Sql.name(carried(relation.relation(), place)));
            }
            addresses.paths(from.addresses());
        }
        items.addAll(extra);
        var fromText = from == null ? "" : " FROM " + from.sql();
        return new FromText(
                "(SELECT " + String.join(", ", items) + fromText + ") AS " + name,
                addresses,
                from == null ? List.of() : from.widths());
    }

    /** What a column is called in the subquery. */
    static String carried(int relation, int place) {
        return "r" + relation + "c" + place;
    }
}
