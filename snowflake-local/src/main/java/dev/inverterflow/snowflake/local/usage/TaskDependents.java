package dev.inverterflow.snowflake.local.usage;

import dev.inverterflow.snowflake.local.analysis.NamedValue;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.schedule.Schedule;
import dev.inverterflow.snowflake.local.task.model.Task;
import dev.inverterflow.snowflake.local.task.model.TaskGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A task and the tasks that depend on it.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/task_dependents">TASK_DEPENDENTS</a>
 */
final class TaskDependents implements UsageFunction {
    private static final List<String> ARGUMENTS = List.of("TASK_NAME", "RECURSIVE");

    @Override
    public String name() {
        return "TASK_DEPENDENTS";
    }

    @Override
    public UsageRelation call(List<NamedValue> values, SessionContext session) {
        var arguments = new HistoryArguments(name(), session.parameters().timeZone(), ARGUMENTS, values);
        var name = session.resolve(Names.parse(arguments.requiredText("TASK_NAME")));
        var task = SchemaObjects.require(Task.KIND, name, session);
        boolean recursive = arguments.text("RECURSIVE").isEmpty() || arguments.flag("RECURSIVE");
        var tasks = recursive ? TaskGraph.of(task, session.catalog()).all() : withChildren(task, session.catalog());
        return new UsageRelation(columns(), rows(tasks) + " ORDER BY place");
    }

    private static List<Task> withChildren(Task task, Catalog catalog) {
        var tasks = new ArrayList<>(List.of(task));
        tasks.addAll(TaskGraph.children(task, catalog));
        TaskGraph.finalizer(task, catalog).ifPresent(tasks::add);
        return tasks;
    }

    private static UsageColumns columns() {
        return new UsageColumns()
                .time("CREATED_ON", "created_on")
                .text("NAME", "name")
                .text("DATABASE_NAME", "database_name")
                .text("SCHEMA_NAME", "schema_name")
                .text("OWNER", "owner")
                .text("COMMENT", "comment")
                .text("WAREHOUSE", "warehouse")
                .text("SCHEDULE", "schedule")
                .variant("PREDECESSORS", "predecessors")
                .text("STATE", "state")
                .text("DEFINITION", "definition")
                .text("CONDITION", "condition");
    }

    private static String rows(List<Task> tasks) {
        var rows = new ArrayList<String>();
        for (var task : tasks) {
            rows.add("(" + rows.size() + ", " + row(task) + ")");
        }
        return rows.stream()
                .collect(Collectors.joining(
                        ", ",
                        "(VALUES ",
                        ") AS tasks(place, created_on, name, database_name, schema_name, owner, comment, warehouse,"
                                + " schedule, predecessors, state, definition, condition)"));
    }

    private static String row(Task task) {
        var definition = task.definition();
        var predecessors = definition.predecessors().stream()
                .map(name -> "\"" + name.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "[", "]"));
        return String.join(
                ", ",
                UsageSql.time(task.createdOn()),
                text(task.name().name()),
                text(task.name().database()),
                text(task.name().schema()),
                text(task.owner()),
                text(definition.comment()),
                text(definition.warehouse()),
                text(definition.schedule().map(Schedule::text).orElse(null)),
                text(predecessors),
                text(task.status().state().label()),
                text(definition.body()),
                text(definition.condition()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "NULL" : Identifiers.literal(value);
    }
}
