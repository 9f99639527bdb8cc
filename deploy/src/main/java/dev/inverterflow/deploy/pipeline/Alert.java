package dev.inverterflow.deploy.pipeline;

import dev.inverterflow.deploy.connection.Row;
import java.util.Locale;

/**
 * A row of SHOW ALERTS.
 *
 * @param name without database and schema
 * @param schedule empty for an alert on new data
 */
public record Alert(String name, boolean started, String schedule, String condition) {
    static Alert of(Row row) {
        return new Alert(
                row.text("name"),
                row.text("state").toLowerCase(Locale.ROOT).equals("started"),
                row.text("schedule"),
                row.text("condition"));
    }

    public String state() {
        return started ? "started" : "suspended";
    }
}
