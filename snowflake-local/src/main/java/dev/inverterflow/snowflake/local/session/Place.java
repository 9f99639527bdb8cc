package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a session is: its current role, database, schema and warehouse. */
final class Place {

    private final String user;
    private final Catalog catalog;
    private final RoleRules roles;
    private volatile Current current;

    Place(String user, Current start, Services services) {
        this.user = user;
        this.current = start;
        this.catalog = services.catalog();
        this.roles = services.roles();
    }

    Current current() {
        return current;
    }

    Optional<SchemaName> schema() {
        Current now = current;
        return now.database() == null || now.schema() == null
                ? Optional.empty()
                : Optional.of(new SchemaName(now.database(), now.schema()));
    }

    void useRole(String role) {
        if (!roles.mayUse(user, role)) {
            throw Errors.containerDoesNotExist();
        }
        current = current.withRole(role);
    }

    void useDatabase(String database) {
        boolean hasPublic =
                catalog.schema(new SchemaName(database, Names.PUBLIC)).isPresent();
        current = current.withDatabase(database, hasPublic ? Names.PUBLIC : null);
    }

    void useSchema(SchemaName schema) {
        current = current.withSchema(schema);
    }

    void useWarehouse(@Nullable String warehouse) {
        current = current.withWarehouse(warehouse);
    }

    void leaveDatabase(String database) {
        if (database.equals(current.database())) {
            current = new Current(current.role(), null, null, current.warehouse());
        }
    }

    void leaveSchema(SchemaName schema) {
        if (schema().filter(schema::equals).isPresent()) {
            current = current.withDatabase(schema.database(), null);
        }
    }

    /** To the home of an owner's-rights procedure. */
    void enter(String owner, SchemaName home) {
        current = current.withRole(owner).withSchema(home);
    }

    void restore(Current before) {
        current = before;
    }
}
