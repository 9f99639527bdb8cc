package dev.inverterflow.deploy.inventory;

import dev.inverterflow.deploy.object.ObjectKind;
import java.util.List;

/**
 * How a kind is listed, and which columns of the listing are its definition. Left out is what changes by itself: rows,
 * bytes, times, states, staleness (the pages of SHOW TABLES, SHOW VIEWS … name the columns).
 */
record Listing(ObjectKind kind, String command, List<String> columns) {
    static final List<Listing> ALL = List.of(
            of(ObjectKind.TABLE, "show tables", "kind", "comment", "cluster_by", "retention_time", "change_tracking"),
            of(ObjectKind.VIEW, "show views", "text", "comment", "is_secure"),
            of(ObjectKind.STAGE, "show stages", "url", "type", "storage_integration", "comment", "directory_enabled"),
            of(ObjectKind.STREAM, "show streams", "table_name", "mode", "comment"),
            of(ObjectKind.PIPE, "show pipes", "definition", "pattern", "integration", "error_integration", "comment"),
            of(
                    ObjectKind.TASK,
                    "show tasks",
                    "definition",
                    "schedule",
                    "condition",
                    "predecessors",
                    "warehouse",
                    "error_integration",
                    "config",
                    "comment"),
            of(ObjectKind.ALERT, "show alerts", "schedule", "condition", "action", "warehouse", "comment"),
            of(ObjectKind.PROCEDURE, "show procedures", "arguments", "description", "is_secure"));

    private static Listing of(ObjectKind kind, String command, String... columns) {
        return new Listing(kind, command, List.of(columns));
    }
}
