package dev.inverterflow.snowflake.local.alert;

import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.QueryBody;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;

/**
 * The condition of an alert on new data: a SELECT over one table, of which it sees only the rows that came since it looked
 * last.
 *
 * @param table the table
 * @param before the text of the condition before the table's name
 * @param after the text behind it, an alias first
 * @see <a href="https://docs.snowflake.com/en/user-guide/alerts">Alerts on new data</a>
 */
public record NewRowsCondition(ObjectName table, String before, String after) {

    /**
     * Reads a condition.
     *
     * @throws SnowflakeException if it is more than a SELECT over one table with change tracking
     */
    static NewRowsCondition of(Statement condition, SessionContext session) {
        if (!(condition instanceof Statement.QueryStatement statement)) {
            throw refused("its condition must be a SELECT");
        }
        var query = statement.query();
        if (!query.with().isEmpty()) {
            throw refused("its condition must not have common table expressions");
        }
        if (!(query.body() instanceof QueryBody.Select select)) {
            throw refused("its condition must be one SELECT");
        }
        if (!(select.from() instanceof Relation.TableReference relation)) {
            throw refused("its condition must read one table, without joins");
        }
        var name = session.resolve(relation.name());
        if (session.catalog().objects(ObjectType.VIEW).find(name).isPresent()) {
            throw Errors.notSupported("an alert on new data of a view");
        }
        var table = SchemaObjects.require(ObjectType.TABLE, name, session);
        if (!"TRUE".equalsIgnoreCase(table.properties().get("CHANGE_TRACKING"))) {
            throw refused(
                    "change tracking is not enabled on table " + name + ": ALTER TABLE … SET CHANGE_TRACKING = TRUE");
        }
        return split(query, relation, name);
    }

    /** The condition over something else than the table. */
    String over(ObjectName rows) {
        return before + Identifiers.quote(rows.database()) + "." + Identifiers.quote(rows.schema()) + "."
                + Identifiers.quote(rows.name()) + after;
    }

    private static NewRowsCondition split(Query query, Relation.TableReference relation, ObjectName name) {
        var text = query.span().text();
        int start = relation.name().span().start() - query.span().start();
        int end = start + relation.name().span().text().length();
        var alias = relation.alias() == null ? " AS " + Identifiers.quote(name.name()) : "";
        return new NewRowsCondition(name, text.substring(0, start), alias + text.substring(end));
    }

    private static SnowflakeException refused(String reason) {
        return new SnowflakeException(
                91_094, "42601", "SQL compilation error:\nInvalid alert on new data: " + reason + ".");
    }
}
