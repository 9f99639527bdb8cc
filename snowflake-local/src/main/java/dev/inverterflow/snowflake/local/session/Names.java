package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Completes names from what is current in a session. */
final class Names {

    static final String PUBLIC = "PUBLIC";

    /** What may stand between CREATE and the kind of object. */
    private static final Set<String> BETWEEN = Set.of(
            "OR", "REPLACE", "TEMPORARY", "TEMP", "TRANSIENT", "SECURE", "RECURSIVE", "LOCAL", "GLOBAL", "VOLATILE");

    private static final Set<String> DEFINING = Set.of("CREATE", "ALTER", "DROP", "DESCRIBE", "DESC", "SHOW");

    private final ServerSession session;

    Names(ServerSession session) {
        this.session = session;
    }

    ObjectName object(QualifiedName name) {
        List<String> parts = parts(name);
        return switch (parts.size()) {
            case 1 -> currentSchema().object(parts.get(0));
            case 2 -> new ObjectName(currentDatabase(), parts.get(0), parts.get(1));
            case 3 -> new ObjectName(parts.get(0), parts.get(1), parts.get(2));
            default -> throw Errors.objectDoesNotExist(name.toString());
        };
    }

    SchemaName schema(QualifiedName name) {
        List<String> parts = parts(name);
        return switch (parts.size()) {
            case 1 -> new SchemaName(currentDatabase(), parts.get(0));
            case 2 -> new SchemaName(parts.get(0), parts.get(1));
            default -> throw Errors.objectDoesNotExist("Schema", name.toString());
        };
    }

    private String currentDatabase() {
        return session.database().orElseThrow(() -> Errors.noCurrentDatabase(action()));
    }

    private SchemaName currentSchema() {
        currentDatabase();
        return session.schema().orElseThrow(() -> Errors.noCurrentSchema(action()));
    }

    /** What the messages about a missing current database or schema call the statement: CREATE TABLE, SELECT. */
    private String action() {
        List<String> words = Arrays.stream(session.executions()
                        .innermost()
                        .text()
                        .strip()
                        .toUpperCase(Locale.ROOT)
                        .split("\\s+", 9))
                .filter(word -> !BETWEEN.contains(word))
                .toList();
        String first = words.get(0).isEmpty() || words.get(0).equals("WITH") ? "SELECT" : words.get(0);
        return DEFINING.contains(first) && words.size() > 1 ? first + " " + words.get(1) : first;
    }

    private static List<String> parts(QualifiedName name) {
        return name.parts().stream().map(part -> part.name()).toList();
    }
}
