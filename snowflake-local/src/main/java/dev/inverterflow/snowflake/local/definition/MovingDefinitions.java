package dev.inverterflow.snowflake.local.definition;

import dev.inverterflow.snowflake.local.alert.Alert;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.load.pipe.Pipe;
import dev.inverterflow.snowflake.local.stream.TableStream;
import dev.inverterflow.snowflake.local.task.model.Task;
import dev.inverterflow.snowflake.local.task.model.TaskDefinition;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Streams, pipes, tasks and alerts as CREATE statements. */
final class MovingDefinitions {

    private MovingDefinitions() {}

    static String stream(TableStream stream, String name) {
        return "create or replace stream " + name + " on table " + stream.table()
                + (stream.mode() == TableStream.Mode.APPEND_ONLY ? " append_only = true" : "")
                + comment(" COMMENT = ", stream.comment()) + ";";
    }

    static String pipe(Pipe pipe, String name) {
        String integration = pipe.errorIntegration();
        return "create or replace pipe " + name + " auto_ingest=" + (pipe.notificationChannel() != null)
                + (integration == null ? "" : " error_integration=" + integration)
                + comment(" COMMENT=", pipe.comment()) + " as "
                + pipe.copy().span().text() + ";";
    }

    static String task(Task task, String name) {
        TaskDefinition definition = task.definition();
        StringBuilder text = new StringBuilder("create or replace task " + name);
        Map<String, String> properties = new TreeMap<>(definition.properties());
        properties.putAll(definition.sessionParameters());
        properties.forEach((property, value) -> text.append("\n\t")
                .append(property.toLowerCase(Locale.ROOT))
                .append('=')
                .append(
                        property.equals("WAREHOUSE") || property.endsWith("_INTEGRATION")
                                ? value
                                : Texts.value(value)));
        ObjectName finalized = definition.finalizes();
        if (finalized != null) {
            text.append("\n\tfinalize=").append(finalized);
        }
        if (!definition.predecessors().isEmpty()) {
            text.append("\n\tafter ")
                    .append(definition.predecessors().stream()
                            .map(ObjectName::toString)
                            .collect(Collectors.joining(", ")));
        }
        if (definition.condition() != null) {
            text.append("\n\twhen ").append(definition.condition());
        }
        return text.append("\n\tas ").append(definition.body()).append(';').toString();
    }

    static String alert(Alert alert, String name) {
        StringBuilder text = new StringBuilder("create or replace alert " + name);
        new TreeMap<>(alert.properties())
                .forEach((property, value) -> text.append("\n\t")
                        .append(property.toLowerCase(Locale.ROOT))
                        .append('=')
                        .append(property.equals("WAREHOUSE") ? value : Texts.value(value)));
        return text.append("\n\tif (exists(")
                .append(alert.condition())
                .append("))\n\tthen ")
                .append(alert.action())
                .append(';')
                .toString();
    }

    private static String comment(String words, String comment) {
        return comment.isEmpty() ? "" : words + Texts.literal(comment);
    }
}
