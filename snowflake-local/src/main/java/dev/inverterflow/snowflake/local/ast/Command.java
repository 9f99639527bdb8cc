package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that is neither query nor DML nor DDL. SHOW and DESCRIBE are {@link Inspection}s. */
public sealed interface Command extends Statement
        permits Inspection,
                Command.Use,
                Command.AlterSession,
                Command.SetVariables,
                Command.UnsetVariables,
                Command.Begin,
                Command.Commit,
                Command.Rollback,
                Command.CallProcedure,
                Command.ExecuteTask,
                Command.ExecuteAlert,
                Command.ExecuteImmediate,
                Command.Explain,
                Command.ExplainLocal,
                FileCommand {
    /** Calls the method of its kind. */
    <R> R acceptCommand(CommandVisitor<R> visitor);

    @Override
    default <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visitCommand(this);
    }

    /**
     * USE.
     *
     * @param kind what becomes the current one; a bare {@code USE name} is a DATABASE or a SCHEMA by its parts
     * @param name absent for SECONDARY_ROLES
     */
    record Use(UseKind kind, @Nullable QualifiedName name, Span span) implements Command {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitUse(this);
        }
    }

    /** What USE switches. */
    enum UseKind {
        DATABASE,
        SCHEMA,
        WAREHOUSE,
        ROLE,
        /** USE SECONDARY ROLES ALL. */
        SECONDARY_ROLES_ALL,
        /** USE SECONDARY ROLES NONE. */
        SECONDARY_ROLES_NONE
    }

    /**
     * ALTER SESSION SET or UNSET.
     *
     * @param set the parameters to set; none for UNSET
     * @param unset upper-case names; empty for SET
     */
    record AlterSession(Properties set, List<String> unset, Span span) implements Command {
        public AlterSession {
            unset = List.copyOf(unset);
        }

        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitAlterSession(this);
        }
    }

    /** {@code SET a = 1}, {@code SET (a, b) = (1, 2)}; as many values as names. */
    record SetVariables(List<Identifier> names, List<Expression> values, Span span) implements Command {
        public SetVariables {
            names = List.copyOf(names);
            values = List.copyOf(values);
        }

        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitSetVariables(this);
        }
    }

    /** {@code UNSET a}, {@code UNSET (a, b)}. */
    record UnsetVariables(List<Identifier> names, Span span) implements Command {
        public UnsetVariables {
            names = List.copyOf(names);
        }

        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitUnsetVariables(this);
        }
    }

    /** BEGIN or START TRANSACTION. */
    record Begin(@Nullable Identifier name, Span span) implements Command {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitBegin(this);
        }
    }

    /** COMMIT. */
    record Commit(Span span) implements Command {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitCommit(this);
        }
    }

    /** ROLLBACK. */
    record Rollback(Span span) implements Command {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitRollback(this);
        }
    }

    /** {@code CALL procedure(arguments)}. */
    record CallProcedure(QualifiedName procedure, List<Argument> arguments, Span span) implements Command {
        public CallProcedure {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitCall(this);
        }
    }

    /**
     * EXECUTE TASK.
     *
     * @param config what USING CONFIG says; null without it
     * @param retryLast whether RETRY LAST was written: from the failed task of the last graph run on
     * @param retryGroup what RETRY GRAPH RUN GROUP names; null without it
     */
    record ExecuteTask(
            QualifiedName task,
            @Nullable String config,
            boolean retryLast,
            @Nullable String retryGroup,
            Span span) implements Command {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitExecuteTask(this);
        }
    }

    /** EXECUTE ALERT. */
    record ExecuteAlert(QualifiedName alert, Span span) implements Command {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitExecuteAlert(this);
        }
    }

    /**
     * EXECUTE IMMEDIATE text [USING (…)].
     *
     * @param text a string, a variable or a bind
     * @param using empty if not written
     */
    record ExecuteImmediate(Expression text, List<Expression> using, Span span) implements Command {
        public ExecuteImmediate {
            using = List.copyOf(using);
        }

        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitExecuteImmediate(this);
        }
    }

    /** EXPLAIN [USING format] statement. */
    record Explain(ExplainFormat format, Statement statement, Span span) implements Command {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitExplain(this);
        }
    }

    /** How EXPLAIN answers; TABULAR if not written. */
    enum ExplainFormat {
        TABULAR,
        JSON,
        TEXT
    }

    /** EXPLAIN LOCAL statement: the stand-in's own, shows the engine's SQL. Snowflake does not know it. */
    record ExplainLocal(Statement statement, Span span) implements Command {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitExplainLocal(this);
        }
    }
}
