package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateRoutine;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.CreateProcedure;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.ExecuteAs;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.CallFrame.Rights;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.procedure.Procedure.Import;
import dev.inverterflow.snowflake.local.procedure.Procedure.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What CREATE PROCEDURE says, checked as far as Snowflake checks it before a call.
 *
 * <p>docs.snowflake.com/en/sql-reference/sql/create-procedure.
 */
final class ProcedureDefinition {

    /** What Snowflake runs a procedure on that names no version. */
    private static final String DEFAULT_RUNTIME_VERSION = "11";

    private static final Map<String, Integer> RUNTIME_VERSIONS = Map.of("11", 11, "17", 17);
    private static final Set<String> KNOWN_PROPERTIES =
            Set.of("RUNTIME_VERSION", "PACKAGES", "IMPORTS", "HANDLER", "TARGET_PATH", "COMMENT");

    private final ProcedureImports imports;
    private final InlineSources sources;

    ProcedureDefinition(ProcedureImports imports, InlineSources sources) {
        this.imports = imports;
        this.sources = sources;
    }

    Procedure of(CreateProcedure statement, ObjectName name, SessionContext session) {
        refuseWhatIsNotSupported(statement);
        Properties properties = statement.properties();
        List<String> packages = properties.texts("PACKAGES");
        ProcedurePackages.check(packages);
        List<Import> imports = imports(properties, session);
        return new Procedure(
                name,
                parameters(statement.parameters()),
                Signatures.type(returns(statement)),
                statement.returns().notNull(),
                statement.nullInput(),
                runtimeVersion(properties),
                packages,
                imports,
                source(statement.body(), handler(properties), imports, session),
                handler(properties),
                statement.executeAs() == ExecuteAs.CALLER ? Rights.CALLER : Rights.OWNER,
                statement.secure(),
                null,
                session.role(),
                session.clock().instant(),
                properties.text("COMMENT").orElse(""));
    }

    private static void refuseWhatIsNotSupported(CreateProcedure statement) {
        if (!statement.language().equals("JAVA")) {
            throw Errors.notSupported("procedures in LANGUAGE " + statement.language());
        }
        if (statement.mode() == CreateMode.OR_ALTER) {
            throw Errors.notSupported("CREATE OR ALTER PROCEDURE");
        }
        if (statement.executeAs() == ExecuteAs.RESTRICTED_CALLER) {
            throw Errors.notSupported("EXECUTE AS RESTRICTED CALLER");
        }
        for (Property property : statement.properties().all()) {
            if (!KNOWN_PROPERTIES.contains(property.name())) {
                throw Errors.notSupported(property.name() + " of CREATE PROCEDURE");
            }
        }
    }

    private static TypeName returns(CreateProcedure statement) {
        @Nullable TypeName type = statement.returns().type();
        if (type == null) {
            throw Errors.notSupported("RETURNS TABLE of CREATE PROCEDURE");
        }
        return type;
    }

    static List<Parameter> parameters(List<CreateRoutine.Parameter> written) {
        List<Parameter> parameters = new ArrayList<>();
        Set<String> names = new HashSet<>();
        boolean optional = false;
        for (CreateRoutine.Parameter parameter : written) {
            if (!names.add(parameter.name().name())) {
                throw compilation(
                        1,
                        "42601",
                        "duplicate parameter name '%s'"
                                .formatted(parameter.name().display()));
            }
            if (optional && parameter.defaultValue() == null) {
                throw compilation(
                        1,
                        "42601",
                        "parameter '%s' without a default follows one with a default"
                                .formatted(parameter.name().display()));
            }
            optional |= parameter.defaultValue() != null;
            parameters.add(new Parameter(
                    parameter.name().name(), Signatures.type(parameter.type()), parameter.defaultValue()));
        }
        return parameters;
    }

    static int runtimeVersion(Properties properties) {
        String version = properties.text("RUNTIME_VERSION").orElse(DEFAULT_RUNTIME_VERSION);
        if (version.equals("21")) {
            throw Errors.notSupported("RUNTIME_VERSION = '21': procedures run on this machine's Java "
                    + Runtime.version().feature());
        }
        @Nullable Integer known = RUNTIME_VERSIONS.get(version);
        if (known == null) {
            throw Errors.invalidValue(version, "RUNTIME_VERSION");
        }
        return known;
    }

    private static String handler(Properties properties) {
        return properties.text("HANDLER").orElseThrow(() -> compilation(2, "42601", "Missing option(s): [HANDLER]"));
    }

    /** The source, which compiles; null if there is none. */
    private @Nullable String source(
            @Nullable String body, String handler, List<Import> imports, SessionContext session) {
        if (body == null) {
            return null;
        }
        List<Path> files =
                imports.stream().map(one -> this.imports.file(one, session)).toList();
        Objects.requireNonNull(sources.jar(body, handler, files));
        return body;
    }

    private List<Import> imports(Properties properties, SessionContext session) {
        List<Import> all = properties.texts("IMPORTS").stream()
                .map(text -> imports.resolve(text, session))
                .toList();
        Set<String> fileNames = new HashSet<>();
        for (Import one : all) {
            if (!fileNames.add(one.fileName())) {
                throw compilation(
                        1, "42601", "the file name '%s' appears more than once in IMPORTS".formatted(one.fileName()));
            }
        }
        return all;
    }

    static SnowflakeException compilation(int code, String sqlState, String message) {
        return new SnowflakeException(code, sqlState, "SQL compilation error:\n" + message);
    }
}
