package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Alerts as SHOW ALERTS and DESCRIBE ALERT list them.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-alerts">SHOW ALERTS</a>
 */
final class AlertListing {
    static final List<ResultColumn> COLUMNS = List.of(
            Shown.time("created_on"),
            ResultColumn.text("name"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("warehouse"),
            ResultColumn.text("schedule"),
            ResultColumn.text("state"),
            ResultColumn.text("condition"),
            ResultColumn.text("action"),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("runbook"),
            ResultColumn.text("config"),
            ResultColumn.text("was_auto_suspended"));

    private AlertListing() {}

    static List<List<@Nullable String>> rows(List<Alert> alerts) {
        return alerts.stream().map(AlertListing::row).toList();
    }

    private static List<@Nullable String> row(Alert alert) {
        var autoSuspended = alert.status().autoSuspended();
        return Result.row(
                Shown.time(alert.createdOn()),
                alert.name().name(),
                alert.name().database(),
                alert.name().schema(),
                alert.owner(),
                alert.comment(),
                alert.warehouse(),
                alert.properties().get(AlertProperties.SCHEDULE),
                alert.started() ? "started" : "suspended",
                alert.condition(),
                alert.action(),
                "ROLE",
                alert.properties().get(AlertProperties.RUNBOOK),
                alert.properties().get(AlertProperties.CONFIG),
                autoSuspended == null ? null : autoSuspended.toString().toUpperCase(Locale.ROOT));
    }
}
