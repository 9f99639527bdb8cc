package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.RelationSource;

/**
 * A history as a relation.
 *
 * @param columns its columns with the expressions that fill them
 * @param from what stands after FROM in the engine's SQL: tables, conditions, grouping, order
 */
record UsageRelation(UsageColumns columns, String from) {
    RelationSource source(Origin origin) {
        return new RelationSource.Physical(
                columns.columns(), "(SELECT " + columns.selectList() + " FROM " + from + ")", origin);
    }
}
