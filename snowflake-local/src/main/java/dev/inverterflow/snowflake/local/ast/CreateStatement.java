package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CREATE; how the object is described differs by kind. Properties are checked against the kind's closed set. */
public sealed interface CreateStatement extends DdlStatement
        permits CreateStatement.CreateDatabase,
                CreateStatement.CreateSchema,
                CreateStatement.CreateTable,
                CreateStatement.CreateView,
                CreateStatement.CreateSequence,
                CreateStatement.CreateFileFormat,
                CreateStatement.CreateStage,
                CreateStatement.CreateStream,
                CreateStatement.CreatePipe,
                CreateStatement.CreateTask,
                CreateStatement.CreateAlert,
                CreateRoutine,
                CreateAccountObject {
    /** What to do if it is there already. */
    CreateMode mode();

    /** Its name. */
    QualifiedName name();

    /** What is written as {@code NAME = value}. */
    Properties properties();

    /** Calls the method of its kind. */
    <R> R acceptCreate(CreateVisitor<R> visitor);

    @Override
    default <R> R acceptDdl(DdlStatement.Visitor<R> visitor) {
        return visitor.visitCreate(this);
    }

    /** CREATE [TRANSIENT] DATABASE. */
    record CreateDatabase(
            CreateMode mode, Persistence persistence, QualifiedName name, Properties properties, Span span)
            implements CreateStatement {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitDatabase(this);
        }
    }

    /** CREATE [TRANSIENT] SCHEMA … [WITH MANAGED ACCESS]. */
    record CreateSchema(
            CreateMode mode,
            Persistence persistence,
            QualifiedName name,
            boolean managedAccess,
            Properties properties,
            Span span)
            implements CreateStatement {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitSchema(this);
        }
    }

    /**
     * CREATE TABLE.
     *
     * @param columns empty for LIKE and CLONE, and for AS without a list
     * @param clusterBy empty if not written
     * @param source AS, LIKE or CLONE; absent for a plain table
     */
    record CreateTable(
            CreateMode mode,
            Persistence persistence,
            QualifiedName name,
            List<ColumnDefinition> columns,
            List<TableConstraint> constraints,
            List<Expression> clusterBy,
            boolean copyGrants,
            Properties properties,
            @Nullable TableSource source,
            Span span)
            implements CreateStatement {
        public CreateTable {
            columns = List.copyOf(columns);
            constraints = List.copyOf(constraints);
            clusterBy = List.copyOf(clusterBy);
        }

        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitTable(this);
        }
    }

    /**
     * CREATE VIEW; its text is the query's span.
     *
     * @param columns empty if not written
     */
    record CreateView(
            CreateMode mode,
            Persistence persistence,
            boolean secure,
            QualifiedName name,
            List<ViewColumn> columns,
            boolean copyGrants,
            Properties properties,
            Query query,
            Span span)
            implements CreateStatement {
        public CreateView {
            columns = List.copyOf(columns);
        }

        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitView(this);
        }
    }

    /** A name in the list of a view, with its comment if written. */
    record ViewColumn(Identifier name, @Nullable String comment) {}

    /** CREATE SEQUENCE. */
    record CreateSequence(CreateMode mode, QualifiedName name, Numbering numbering, Properties properties, Span span)
            implements CreateStatement {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitSequence(this);
        }
    }

    /** CREATE [TEMPORARY] FILE FORMAT. */
    record CreateFileFormat(
            CreateMode mode, Persistence persistence, QualifiedName name, Properties properties, Span span)
            implements CreateStatement {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitFileFormat(this);
        }
    }

    /** CREATE [TEMPORARY] STAGE. */
    record CreateStage(CreateMode mode, Persistence persistence, QualifiedName name, Properties properties, Span span)
            implements CreateStatement {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitStage(this);
        }
    }

    /**
     * CREATE STREAM … ON TABLE or ON VIEW.
     *
     * @param source its kind is TABLE or VIEW
     * @param at where the offset starts, if not now
     */
    record CreateStream(
            CreateMode mode,
            QualifiedName name,
            boolean copyGrants,
            ObjectTarget source,
            @Nullable TimeTravel at,
            Properties properties,
            Span span)
            implements CreateStatement {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitStream(this);
        }
    }

    /** CREATE PIPE; the definition that SHOW PIPES prints is the text of the copy's span. */
    record CreatePipe(CreateMode mode, QualifiedName name, Properties properties, CopyIntoTable copy, Span span)
            implements CreateStatement {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitPipe(this);
        }
    }

    /**
     * CREATE TASK; the definition that SHOW TASKS prints is the text of the body's span.
     *
     * @param properties the task's own and the session parameters set for its runs
     * @param after the predecessors; empty if none
     * @param when the condition, whose text is its span
     */
    record CreateTask(
            CreateMode mode,
            QualifiedName name,
            Properties properties,
            List<QualifiedName> after,
            @Nullable Expression when,
            Statement body,
            Span span)
            implements CreateStatement {
        public CreateTask {
            after = List.copyOf(after);
        }

        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitTask(this);
        }
    }

    /** CREATE ALERT … IF (EXISTS (condition)) THEN action. */
    record CreateAlert(
            CreateMode mode,
            QualifiedName name,
            Properties properties,
            Statement condition,
            Statement action,
            Span span)
            implements CreateStatement {
        @Override
        public <R> R acceptCreate(CreateVisitor<R> visitor) {
            return visitor.visitAlert(this);
        }
    }
}
