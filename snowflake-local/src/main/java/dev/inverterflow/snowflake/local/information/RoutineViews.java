package dev.inverterflow.snowflake.local.information;

import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.procedure.Procedure;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * PROCEDURES, FUNCTIONS and PACKAGES.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/info-schema/procedures">PROCEDURES view</a>
 * @see <a href="https://docs.snowflake.com/en/sql-reference/info-schema/packages">PACKAGES view</a>
 */
final class RoutineViews {

    private static final String JAVA = "java";

    /** A package that handlers may ask for. */
    private record Available(String name, String version, String language, String runtime) {}

    /** What a handler can run on here; Snowflake's own list is longer. */
    private static final List<Available> PACKAGES = List.of(
            new Available("com.snowflake:snowpark", "1.16.0", JAVA, "17"),
            new Available("com.snowflake:telemetry", "latest", JAVA, "17"));

    private RoutineViews() {}

    static List<InformationView> all() {
        return List.of(procedures(), functions(), packages());
    }

    private static InformationView procedures() {
        return InformationView.<SchemaObject>of("PROCEDURES", look -> List.copyOf(look.objects("PROCEDURE")))
                .text("PROCEDURE_CATALOG", (procedure, look) -> procedure.name().database())
                .text("PROCEDURE_SCHEMA", (procedure, look) -> procedure.name().schema())
                .text("PROCEDURE_NAME", (procedure, look) -> procedure.name().name())
                .text("PROCEDURE_OWNER", (procedure, look) -> procedure.owner())
                .text("ARGUMENT_SIGNATURE", (procedure, look) -> signature(procedure))
                .text(
                        "DATA_TYPE",
                        (procedure, look) -> procedure instanceof Procedure known
                                ? known.returns().displayName()
                                : null)
                .empty("CHARACTER_MAXIMUM_LENGTH")
                .empty("CHARACTER_OCTET_LENGTH")
                .empty("NUMERIC_PRECISION")
                .empty("NUMERIC_PRECISION_RADIX")
                .empty("NUMERIC_SCALE")
                .text("PROCEDURE_LANGUAGE", "JAVA")
                .empty("PROCEDURE_DEFINITION")
                .time("CREATED", (procedure, look) -> Shown.time(procedure.createdOn()))
                .time("LAST_ALTERED", (procedure, look) -> Shown.time(procedure.createdOn()))
                .text("COMMENT", (procedure, look) -> procedure.comment().isEmpty() ? null : procedure.comment())
                .build();
    }

    private static InformationView functions() {
        return InformationView.<SchemaObject>of("FUNCTIONS", look -> List.copyOf(look.objects("FUNCTION")))
                .text("FUNCTION_CATALOG", (function, look) -> function.name().database())
                .text("FUNCTION_SCHEMA", (function, look) -> function.name().schema())
                .text("FUNCTION_NAME", (function, look) -> function.name().name())
                .text("FUNCTION_OWNER", (function, look) -> function.owner())
                .text("ARGUMENT_SIGNATURE", (function, look) -> arguments(function.key()))
                .time("CREATED", (function, look) -> Shown.time(function.createdOn()))
                .time("LAST_ALTERED", (function, look) -> Shown.time(function.createdOn()))
                .text("COMMENT", (function, look) -> function.comment().isEmpty() ? null : function.comment())
                .build();
    }

    private static InformationView packages() {
        return InformationView.<Available>of("PACKAGES", look -> PACKAGES)
                .text("PACKAGE_NAME", (one, look) -> one.name())
                .text("VERSION", (one, look) -> one.version())
                .text("LANGUAGE", (one, look) -> one.language())
                .text("RUNTIME_VERSION", (one, look) -> one.runtime())
                .build();
    }

    private static @Nullable String signature(SchemaObject procedure) {
        if (!(procedure instanceof Procedure known)) {
            return arguments(procedure.key());
        }
        return known.parameters().stream()
                .map(parameter ->
                        parameter.name() + " " + parameter.type().kind().name())
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String arguments(String key) {
        int open = key.indexOf('(');
        return open < 0 ? "()" : key.substring(open);
    }
}
