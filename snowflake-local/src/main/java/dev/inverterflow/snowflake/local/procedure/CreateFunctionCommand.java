package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.analysis.UserTableFunction.Output;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.CreateFunction;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.NullInput;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.StatementCommand;
import dev.inverterflow.snowflake.local.execution.TemporaryObjects;
import dev.inverterflow.snowflake.local.procedure.Procedure.Import;
import dev.inverterflow.snowflake.local.procedure.Procedure.Parameter;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * CREATE FUNCTION in Java, from staged jars or with its source in the statement
 * (docs.snowflake.com/en/sql-reference/sql/create-function).
 */
final class CreateFunctionCommand implements StatementCommand<CreateFunction> {

    private static final Set<String> KNOWN_PROPERTIES =
            Set.of("RUNTIME_VERSION", "PACKAGES", "IMPORTS", "HANDLER", "TARGET_PATH", "COMMENT");

    private final ProcedureImports imports;
    private final HandlerFiles files;

    CreateFunctionCommand(ProcedureImports imports, HandlerFiles files) {
        this.imports = imports;
        this.files = files;
    }

    @Override
    public Result run(CreateFunction statement, SessionContext session) {
        refuseWhatIsNotSupported(statement);
        ObjectName name = session.resolve(statement.name());
        boolean temporary = statement.persistence().isTemporary();
        TemporaryObjects.requireAllowed(statement.persistence(), "FUNCTION", name, session);
        var catalog = session.catalog();
        if (catalog.schema(name.schemaName()).isEmpty()) {
            throw Errors.objectDoesNotExist("Schema", name.schemaName().toString());
        }
        JavaFunction function = function(statement, name, session);
        var registry = temporary ? session.temporary(JavaFunction.KIND) : catalog.objects(JavaFunction.KIND);
        catalog.ddlLock().lock();
        try {
            boolean exists = registry.find(name.schemaName(), function.key()).isPresent();
            if (exists && statement.mode() == CreateMode.IF_NOT_EXISTS) {
                return Result.status(name.name() + " already exists, statement succeeded.");
            }
            if (exists && statement.mode() == CreateMode.CREATE) {
                throw Errors.alreadyExists(name.name());
            }
            registry.put(function);
        } finally {
            catalog.ddlLock().unlock();
        }
        return Result.status("Function " + name.name() + " successfully created.");
    }

    @Override
    public Effect effect(CreateFunction statement) {
        return statement.persistence().isTemporary() ? Effect.NONE : Effect.COMMITS_FIRST;
    }

    private JavaFunction function(CreateFunction statement, ObjectName name, SessionContext session) {
        var properties = statement.properties();
        String handler = properties
                .text("HANDLER")
                .orElseThrow(() -> ProcedureDefinition.compilation(2, "42601", "Missing option(s): [HANDLER]"));
        List<String> packages = properties.texts("PACKAGES");
        ProcedurePackages.checkKnown(packages);
        List<Import> jars = properties.texts("IMPORTS").stream()
                .map(text -> imports.resolve(text, session))
                .toList();
        List<Parameter> parameters = ProcedureDefinition.parameters(statement.parameters());
        if (parameters.stream().anyMatch(parameter -> parameter.defaultValue() != null)) {
            throw Errors.notSupported("DEFAULT of a parameter of CREATE FUNCTION");
        }
        JavaFunction function = new JavaFunction(
                name,
                session.catalog().newId(),
                parameters,
                returns(statement),
                columns(statement),
                statement.nullInput(),
                statement.volatility(),
                handler,
                jars,
                statement.body(),
                ProcedureDefinition.runtimeVersion(properties),
                packages,
                statement.secure(),
                null,
                session.role(),
                session.clock().instant(),
                properties.text("COMMENT").orElse(""));
        // What is missing or does not compile is told now, not at the first call.
        Objects.requireNonNull(files.of(function, session));
        return function;
    }

    private static SnowflakeType returns(CreateFunction statement) {
        TypeName type = statement.returns().type();
        return type == null ? SnowflakeType.VARIANT : Signatures.type(type);
    }

    private static List<Output> columns(CreateFunction statement) {
        return statement.returns().columns().stream()
                .map(column -> new Output(column.name().name(), Signatures.type(column.type())))
                .toList();
    }

    private static void refuseWhatIsNotSupported(CreateFunction statement) {
        if (!statement.language().equals("JAVA")) {
            throw Errors.notSupported("functions in LANGUAGE " + statement.language());
        }
        if (statement.returns().isTable() && statement.returns().columns().isEmpty()) {
            throw Errors.notSupported("RETURNS TABLE without columns of CREATE FUNCTION");
        }
        if (statement.returns().isTable() && statement.nullInput() == NullInput.RETURNS_NULL) {
            throw Errors.notSupported("RETURNS NULL ON NULL INPUT of a table function");
        }
        if (statement.mode() == CreateMode.OR_ALTER) {
            throw Errors.notSupported("CREATE OR ALTER FUNCTION");
        }
        for (Property property : statement.properties().all()) {
            if (!KNOWN_PROPERTIES.contains(property.name())) {
                throw Errors.notSupported(property.name() + " of CREATE FUNCTION");
            }
        }
    }
}
