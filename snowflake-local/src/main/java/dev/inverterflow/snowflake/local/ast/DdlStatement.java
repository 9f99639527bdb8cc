package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement that changes objects, or who may use them. */
public sealed interface DdlStatement extends Statement
        permits CreateStatement,
                DdlStatement.Alter,
                DdlStatement.Drop,
                DdlStatement.Grant,
                DdlStatement.Revoke,
                DdlStatement.GrantRole,
                DdlStatement.RevokeRole,
                DdlStatement.Comment {
    /** Calls the method of its kind. */
    <R> R acceptDdl(Visitor<R> visitor);

    @Override
    default <R> R accept(Statement.Visitor<R> visitor) {
        return visitor.visitDdl(this);
    }

    /**
     * ALTER kind name action. ALTER SESSION is a {@link Command}.
     *
     * @param object its name is absent for ALTER ACCOUNT, and for ALTER USER and ALTER WAREHOUSE of the current one
     */
    record Alter(ObjectTarget object, boolean ifExists, AlterAction action, Span span) implements DdlStatement {
        @Override
        public <R> R acceptDdl(Visitor<R> visitor) {
            return visitor.visitAlter(this);
        }
    }

    /** DROP kind [IF EXISTS] name. */
    record Drop(
            ObjectTarget object, boolean ifExists, @Nullable DropBehavior behavior, Span span) implements DdlStatement {
        @Override
        public <R> R acceptDdl(Visitor<R> visitor) {
            return visitor.visitDrop(this);
        }
    }

    /** CASCADE or RESTRICT after DROP. */
    enum DropBehavior {
        CASCADE,
        RESTRICT
    }

    /**
     * GRANT privileges ON something TO a role.
     *
     * @param privileges upper case, words separated by one blank; {@code ALL} for ALL [PRIVILEGES]; {@code OWNERSHIP}
     *     is always alone
     */
    record Grant(List<String> privileges, GrantTarget on, Grantee to, GrantOption option, Span span)
            implements DdlStatement {
        public Grant {
            privileges = List.copyOf(privileges);
        }

        @Override
        public <R> R acceptDdl(Visitor<R> visitor) {
            return visitor.visitGrant(this);
        }
    }

    /** What may follow a grantee. */
    enum GrantOption {
        NONE,
        /** WITH GRANT OPTION. */
        WITH_GRANT_OPTION,
        /** GRANT OWNERSHIP … COPY CURRENT GRANTS. */
        COPY_CURRENT_GRANTS,
        /** GRANT OWNERSHIP … REVOKE CURRENT GRANTS. */
        REVOKE_CURRENT_GRANTS
    }

    /** REVOKE privileges ON something FROM a role. */
    record Revoke(
            List<String> privileges,
            GrantTarget on,
            Grantee from,
            boolean grantOptionOnly,
            @Nullable DropBehavior behavior,
            Span span)
            implements DdlStatement {
        public Revoke {
            privileges = List.copyOf(privileges);
        }

        @Override
        public <R> R acceptDdl(Visitor<R> visitor) {
            return visitor.visitRevoke(this);
        }
    }

    /**
     * GRANT [DATABASE] ROLE.
     *
     * @param role its kind is ROLE or DATABASE_ROLE
     */
    record GrantRole(Grantee role, Grantee to, Span span) implements DdlStatement {
        @Override
        public <R> R acceptDdl(Visitor<R> visitor) {
            return visitor.visitGrantRole(this);
        }
    }

    /** REVOKE [DATABASE] ROLE. */
    record RevokeRole(Grantee role, Grantee from, Span span) implements DdlStatement {
        @Override
        public <R> R acceptDdl(Visitor<R> visitor) {
            return visitor.visitRevokeRole(this);
        }
    }

    /**
     * COMMENT [IF EXISTS] ON kind name IS 'text'.
     *
     * @param column for COMMENT ON COLUMN table.column; the object is then the table
     */
    record Comment(ObjectTarget object, @Nullable Identifier column, boolean ifExists, String text, Span span)
            implements DdlStatement {
        @Override
        public <R> R acceptDdl(Visitor<R> visitor) {
            return visitor.visitComment(this);
        }
    }

    /** One method per kind; CREATE has a visitor of its own. */
    interface Visitor<R> {
        R visitCreate(CreateStatement create);

        R visitAlter(Alter alter);

        R visitDrop(Drop drop);

        R visitGrant(Grant grant);

        R visitRevoke(Revoke revoke);

        R visitGrantRole(GrantRole grant);

        R visitRevokeRole(RevokeRole revoke);

        R visitComment(Comment comment);
    }
}
