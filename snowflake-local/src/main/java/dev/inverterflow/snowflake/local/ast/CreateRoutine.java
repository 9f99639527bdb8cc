package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.Property.Properties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CREATE PROCEDURE and CREATE FUNCTION. */
public sealed interface CreateRoutine extends CreateStatement {
    /** Its parameters, in order. */
    List<Parameter> parameters();

    /** What it returns. */
    Returns returns();

    /**
     * CREATE PROCEDURE.
     *
     * @param language upper case: JAVA, SQL, …
     * @param properties RUNTIME_VERSION, PACKAGES, IMPORTS, HANDLER, TARGET_PATH, COMMENT, …
     * @param executeAs OWNER if not written
     * @param body the text after AS, absent for a handler in a staged jar; it is checked when it is called
     */
    record CreateProcedure(
            CreateMode mode,
            Persistence persistence,
            boolean secure,
            QualifiedName name,
            List<Parameter> parameters,
            boolean copyGrants,
            Returns returns,
            String language,
            NullInput nullInput,
            ExecuteAs executeAs,
            Properties properties,
            @Nullable String body,
            Span span)
            implements CreateRoutine {
        public CreateProcedure {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitProcedure(this);
        }
    }

    /**
     * CREATE FUNCTION.
     *
     * @param language upper case; SQL if not written
     * @param body the text after AS, absent for a handler in a staged jar
     */
    record CreateFunction(
            CreateMode mode,
            Persistence persistence,
            boolean secure,
            QualifiedName name,
            List<Parameter> parameters,
            boolean copyGrants,
            Returns returns,
            String language,
            NullInput nullInput,
            Volatility volatility,
            Properties properties,
            @Nullable String body,
            Span span)
            implements CreateRoutine {
        public CreateFunction {
            parameters = List.copyOf(parameters);
        }

        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitFunction(this);
        }
    }

    /** {@code NAME TYPE [DEFAULT value]}. */
    record Parameter(
            Identifier name, TypeName type, @Nullable Expression defaultValue) {}

    /**
     * RETURNS type or RETURNS TABLE (columns).
     *
     * @param type absent for a table
     * @param columns of a table; may be empty for a table, too
     */
    record Returns(@Nullable TypeName type, List<ReturnColumn> columns, boolean notNull) {
        public Returns {
            columns = List.copyOf(columns);
        }

        /** Whether it returns rows. */
        public boolean isTable() {
            return type == null;
        }
    }

    /** A column of RETURNS TABLE. */
    record ReturnColumn(Identifier name, TypeName type) {}

    /** Whether the handler is called with NULL arguments; STRICT is RETURNS_NULL. */
    enum NullInput {
        CALLED,
        RETURNS_NULL
    }

    /** Whose rights a procedure has. */
    enum ExecuteAs {
        OWNER,
        CALLER,
        RESTRICTED_CALLER
    }

    /** Whether equal arguments give equal results; VOLATILE if not written. */
    enum Volatility {
        VOLATILE,
        IMMUTABLE
    }
}
