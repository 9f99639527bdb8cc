package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.Expression;
import java.util.List;
import java.util.stream.Collectors;

/** Clustering keys: shown, without effect on how the engine stores rows. */
final class ClusterKeys {

    private ClusterKeys() {}

    /** The key as SHOW TABLES prints it, such as {@code LINEAR(A, B)}; empty for no key. */
    static String text(List<Expression> keys) {
        return keys.isEmpty()
                ? ""
                : keys.stream().map(key -> key.span().text()).collect(Collectors.joining(", ", "LINEAR(", ")"));
    }
}
