package dev.inverterflow.snowflake.local.ast;

import org.jspecify.annotations.Nullable;

/** A command that shows what is there. */
public sealed interface Inspection extends Command {
    /**
     * SHOW objects.
     *
     * @param like the pattern after LIKE, matched without regard to case
     * @param scope where to look; absent if not written
     * @param startsWith the case-sensitive prefix after STARTS WITH
     * @param limit the number after LIMIT
     * @param from the name after LIMIT … FROM, to page on
     */
    record Show(
            ShowKind kind,
            boolean terse,
            boolean history,
            @Nullable String like,
            @Nullable ShowScope scope,
            @Nullable String startsWith,
            @Nullable Integer limit,
            @Nullable String from,
            Span span)
            implements Inspection {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitShow(this);
        }
    }

    /**
     * IN …, FOR …: where SHOW looks.
     *
     * @param kind absent for a bare {@code IN name}
     * @param name absent for IN ACCOUNT, IN SESSION and the current database, schema …
     */
    record ShowScope(@Nullable ScopeKind kind, @Nullable QualifiedName name) {}

    /** The word after IN or FOR. */
    enum ScopeKind {
        ACCOUNT,
        DATABASE,
        SCHEMA,
        TABLE,
        VIEW,
        SESSION,
        USER,
        WAREHOUSE,
        TASK
    }

    /**
     * SHOW GRANTS.
     *
     * @param on what grants are on
     * @param grantee to whom, or for OF, the role whose holders are listed; both absent: the current user's
     * @param limit most rows; null without LIMIT
     */
    record ShowGrants(
            GrantsForm form,
            @Nullable GrantTarget on,
            @Nullable Grantee grantee,
            @Nullable Integer limit,
            Span span) implements Inspection {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitShowGrants(this);
        }
    }

    /** The word after SHOW GRANTS. */
    enum GrantsForm {
        /** Neither word. */
        CURRENT_USER,
        /** ON. */
        ON,
        /** TO. */
        TO,
        /** OF. */
        OF,
        /** FUTURE GRANTS IN a database or schema. */
        FUTURE_IN,
        /** FUTURE GRANTS TO a role. */
        FUTURE_TO
    }

    /** DESCRIBE kind name. */
    record Describe(ObjectTarget object, Span span) implements Inspection {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitDescribe(this);
        }
    }

    /**
     * DESCRIBE RESULT.
     *
     * @param query a string with the id, or a call of LAST_QUERY_ID
     */
    record DescribeResult(Expression query, Span span) implements Inspection {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitDescribeResult(this);
        }
    }

    /** DESCRIBE TRANSACTION. */
    record DescribeTransaction(long id, Span span) implements Inspection {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitDescribeTransaction(this);
        }
    }
}
