package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.RelationColumn;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;

/** Collects the columns of a history relation, each with the engine's expression that fills it. */
final class UsageColumns {
    private static final SnowflakeType TIME = SnowflakeType.timestamp(SnowflakeType.TIMESTAMP_LTZ.kind(), 3);

    private final List<RelationColumn> columns = new ArrayList<>();
    private final List<String> expressions = new ArrayList<>();

    UsageColumns text(String name, String expression) {
        return add(name, SnowflakeType.VARCHAR, expression);
    }

    UsageColumns number(String name, String expression) {
        return add(name, SnowflakeType.INTEGER, expression);
    }

    /** Credits as NUMBER(38,9). */
    UsageColumns credits(String name, String expression) {
        return add(name, SnowflakeType.number(38, 9), expression);
    }

    /** Credits as the history functions show them: as text, without useless zeros. */
    UsageColumns creditsText(String name, String expression) {
        return add(name, SnowflakeType.VARCHAR, "CAST(CAST(" + expression + " AS DECIMAL(38, 9)) AS VARCHAR)");
    }

    UsageColumns bool(String name, String expression) {
        return add(name, SnowflakeType.BOOLEAN, expression);
    }

    UsageColumns variant(String name, String expression) {
        return add(name, SnowflakeType.VARIANT, expression);
    }

    UsageColumns object(String name, String expression) {
        return add(name, SnowflakeType.OBJECT, expression);
    }

    UsageColumns time(String name, String expression) {
        return add(name, TIME, expression);
    }

    UsageColumns add(String name, SnowflakeType type, String expression) {
        columns.add(RelationColumn.of(name, type));
        expressions.add("CAST(" + expression + " AS " + type.duckType() + ") AS " + Identifiers.quote(name));
        return this;
    }

    /** The columns as an answer has them. */
    List<RelationColumn> columns() {
        return List.copyOf(columns);
    }

    /** The select list of the engine. */
    String selectList() {
        return String.join(", ", expressions);
    }
}
