package dev.inverterflow.snowflake.local.command;

import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Durability;
import dev.inverterflow.snowflake.local.catalog.Schema;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * INFORMATION_SCHEMA among the schemas of its database: nobody owns it, and whoever sees the database sees it.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/show-schemas">SHOW SCHEMAS, examples</a>
 */
public final class ViewsSchema {
    public static final String NAME = "INFORMATION_SCHEMA";

    private ViewsSchema() {}

    /** The schemas of a database by name, this one included if the session sees the database. */
    public static List<Schema> among(String database, SessionContext session) {
        List<Schema> schemas = new ArrayList<>(session.catalog().schemas(database));
        session.catalog()
                .account(AccountType.DATABASE)
                .find(database)
                .filter(found -> session.access().sees(AccountType.DATABASE, found))
                .ifPresent(found -> schemas.add(new Schema(
                        new SchemaName(database, NAME),
                        Durability.PERMANENT,
                        Map.of(),
                        "",
                        found.createdOn(),
                        "Views describing the contents of schemas in this database")));
        schemas.sort(Comparator.comparing(schema -> schema.name().schema()));
        return schemas;
    }

    public static boolean isOne(Schema schema) {
        return schema.name().schema().equals(NAME);
    }
}
