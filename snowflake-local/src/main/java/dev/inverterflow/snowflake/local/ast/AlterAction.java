package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.Property.Properties;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What ALTER does. The parser lets each kind of object have its own actions only. */
public sealed interface AlterAction permits AlterAction.General, AlterAction.OfTask, AlterAction.OfTable {
    /** What it is, for messages: {@code ADD AFTER}. */
    default String words() {
        return getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toUpperCase(Locale.ROOT);
    }

    /** An action that more than one kind of object has, and those of pipes and warehouses. */
    sealed interface General extends AlterAction {}

    /** An action of tasks and alerts. */
    sealed interface OfTask extends AlterAction {}

    /** An action of tables. */
    sealed interface OfTable extends AlterAction {}

    /** RENAME TO. */
    record RenameTo(QualifiedName name) implements General {}

    /** SET property = value …. */
    record SetProperties(Properties properties) implements General {
        @Override
        public String words() {
            return properties.all().stream().map(Property::name).collect(Collectors.joining(", ", "SET ", ""));
        }
    }

    /** UNSET property, …; names in upper case. */
    record UnsetProperties(List<String> names) implements General {
        public UnsetProperties {
            names = List.copyOf(names);
        }

        @Override
        public String words() {
            return "UNSET " + String.join(", ", names);
        }
    }

    /** RESUME of a task, alert or warehouse. */
    record Resume(boolean ifSuspended) implements General {}

    /** SUSPEND of a task, alert or warehouse. */
    record Suspend() implements General {}

    /** ALTER WAREHOUSE … ABORT ALL QUERIES. */
    record AbortAllQueries() implements General {}

    /** ALTER PIPE … REFRESH, ALTER STAGE … REFRESH. */
    record Refresh(@Nullable String prefix, @Nullable String modifiedAfter) implements General {}

    /** ALTER PROCEDURE … EXECUTE AS. */
    record SetExecuteAs(CreateRoutine.ExecuteAs executeAs) implements General {}

    /**
     * ALTER SEQUENCE … SET INCREMENT, ORDER or NOORDER, and COMMENT behind one of them.
     *
     * @param increment null if not written
     * @param ordered null if neither ORDER nor NOORDER was written
     * @param others the comment, if written
     */
    record SetNumbering(@Nullable Long increment, @Nullable Boolean ordered, Properties others) implements General {}

    /** ALTER VIEW … SET SECURE with the properties that follow, or UNSET SECURE. */
    record SetSecure(boolean secure, Properties properties) implements General {}

    /** ALTER RESOURCE MONITOR … [SET …] TRIGGERS …. */
    record SetTriggers(Properties properties, List<CreateAccountObject.MonitorTrigger> triggers) implements General {
        public SetTriggers {
            triggers = List.copyOf(triggers);
        }
    }

    /** ALTER TASK … ADD AFTER. */
    record AddAfter(List<QualifiedName> tasks) implements OfTask {
        public AddAfter {
            tasks = List.copyOf(tasks);
        }
    }

    /** ALTER TASK … REMOVE AFTER. */
    record RemoveAfter(List<QualifiedName> tasks) implements OfTask {
        public RemoveAfter {
            tasks = List.copyOf(tasks);
        }
    }

    /** ALTER TASK … MODIFY AS statement. */
    record ModifyBody(Statement body) implements OfTask {}

    /** ALTER TASK … MODIFY WHEN condition. */
    record ModifyWhen(Expression condition) implements OfTask {}

    /** ALTER TASK … REMOVE WHEN. */
    record RemoveWhen() implements OfTask {}

    /** ALTER ALERT … MODIFY CONDITION EXISTS (statement). */
    record ModifyCondition(Statement condition) implements OfTask {}

    /** ALTER ALERT … MODIFY ACTION statement. */
    record ModifyAction(Statement action) implements OfTask {}

    /** ADD COLUMN …, several at once; constraints of the columns come with them. */
    record AddColumns(List<ColumnDefinition> columns, boolean ifNotExists) implements OfTable {
        public AddColumns {
            columns = List.copyOf(columns);
        }
    }

    /** DROP COLUMN …, several at once. */
    record DropColumns(List<Identifier> columns, boolean ifExists) implements OfTable {
        public DropColumns {
            columns = List.copyOf(columns);
        }
    }

    /** RENAME COLUMN from TO to. */
    record RenameColumn(Identifier from, Identifier to) implements OfTable {}

    /** ALTER COLUMN …, several at once. */
    record AlterColumns(List<ColumnChange> changes) implements OfTable {
        public AlterColumns {
            changes = List.copyOf(changes);
        }
    }

    /**
     * One change of a column.
     *
     * @param type for SET_TYPE only
     * @param comment for SET_COMMENT only
     * @param defaultValue for SET_DEFAULT only
     */
    record ColumnChange(
            Identifier column,
            ColumnChangeKind kind,
            @Nullable TypeName type,
            @Nullable String comment,
            @Nullable Expression defaultValue) {}

    /** What changes at a column. */
    enum ColumnChangeKind {
        SET_TYPE,
        SET_NOT_NULL,
        DROP_NOT_NULL,
        SET_DEFAULT,
        DROP_DEFAULT,
        SET_COMMENT,
        UNSET_COMMENT
    }

    /** SWAP WITH another table. */
    record SwapWith(QualifiedName table) implements OfTable {}

    /** CLUSTER BY; an empty list is DROP CLUSTERING KEY. */
    record ClusterBy(List<Expression> keys) implements OfTable {
        public ClusterBy {
            keys = List.copyOf(keys);
        }
    }

    /**
     * DROP CONSTRAINT name, or DROP PRIMARY KEY, UNIQUE or FOREIGN KEY.
     *
     * @param kind null if a name was written
     * @param columns empty if not written
     */
    record DropConstraint(
            @Nullable Identifier name, TableConstraint.@Nullable ConstraintKind kind, List<Identifier> columns)
            implements OfTable {
        public DropConstraint {
            columns = List.copyOf(columns);
        }
    }

    /** RENAME CONSTRAINT from TO to. */
    record RenameConstraint(Identifier from, Identifier to) implements OfTable {}

    /** ADD CONSTRAINT. */
    record AddConstraint(TableConstraint constraint) implements OfTable {}
}
