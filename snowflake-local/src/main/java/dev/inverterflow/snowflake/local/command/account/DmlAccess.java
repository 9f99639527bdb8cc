package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoLocation;
import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Delete;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Insert;
import dev.inverterflow.snowflake.local.ast.DmlStatement.InsertTarget;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Merge;
import dev.inverterflow.snowflake.local.ast.DmlStatement.MultiTableInsert;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Truncate;
import dev.inverterflow.snowflake.local.ast.DmlStatement.Update;
import dev.inverterflow.snowflake.local.ast.MergeClause;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import java.util.stream.Stream;

/**
 * The privileges that DML needs on the table it changes and the stage it copies.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/security-access-control-privileges">Access control privileges</a>
 */
final class DmlAccess implements DmlStatement.Visitor<Void> {

    private static final String INSERT = "INSERT";
    private static final String UPDATE = "UPDATE";
    private static final String DELETE = "DELETE";
    private static final String TRUNCATE = "TRUNCATE";

    private final Rights rights;

    DmlAccess(Rights rights) {
        this.rights = rights;
    }

    @Override
    public Void visitInsert(Insert insert) {
        require(insert.target(), INSERT);
        if (insert.overwrite()) {
            require(insert.target(), DELETE);
        }
        return null;
    }

    @Override
    public Void visitMultiTableInsert(MultiTableInsert insert) {
        Stream<InsertTarget> targets = Stream.concat(
                insert.branches().stream().flatMap(branch -> branch.targets().stream()), insert.otherwise().stream());
        targets.forEach(target -> require(target.table(), INSERT));
        return null;
    }

    @Override
    public Void visitUpdate(Update update) {
        require(update.target().name(), UPDATE);
        return null;
    }

    @Override
    public Void visitDelete(Delete delete) {
        require(delete.target().name(), DELETE);
        return null;
    }

    @Override
    public Void visitMerge(Merge merge) {
        for (MergeClause clause : merge.clauses()) {
            require(merge.target().name(), clause.accept(new MergeClause.Visitor<>() {
                @Override
                public String visitMatchedUpdate(MergeClause.MatchedUpdate update) {
                    return UPDATE;
                }

                @Override
                public String visitMatchedUpdateByName(MergeClause.MatchedUpdateByName update) {
                    return UPDATE;
                }

                @Override
                public String visitMatchedDelete(MergeClause.MatchedDelete delete) {
                    return DELETE;
                }

                @Override
                public String visitNotMatchedInsert(MergeClause.NotMatchedInsert insert) {
                    return INSERT;
                }

                @Override
                public String visitNotMatchedInsertByName(MergeClause.NotMatchedInsertByName insert) {
                    return INSERT;
                }
            }));
        }
        return null;
    }

    @Override
    public Void visitTruncate(Truncate truncate) {
        if (EventTableAccess.isMeant(truncate.table(), rights)) {
            EventTableAccess.require(truncate.table(), TRUNCATE, rights);
        } else {
            rights.require(ObjectTarget.of(ObjectKind.TABLE, truncate.table()), TRUNCATE, DELETE);
        }
        return null;
    }

    @Override
    public Void visitCopyIntoTable(CopyIntoTable copy) {
        require(copy.target(), INSERT);
        StageAccess.requireRead(copy.source().location(), rights);
        return null;
    }

    @Override
    public Void visitCopyIntoLocation(CopyIntoLocation copy) {
        StageAccess.requireWrite(copy.target(), rights);
        return null;
    }

    private void require(QualifiedName table, String privilege) {
        if (EventTableAccess.isMeant(table, rights)) {
            EventTableAccess.require(table, privilege, rights);
            return;
        }
        rights.require(ObjectTarget.of(ObjectKind.TABLE, table), privilege);
    }
}
