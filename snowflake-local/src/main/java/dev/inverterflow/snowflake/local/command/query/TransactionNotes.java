package dev.inverterflow.snowflake.local.command.query;

import dev.inverterflow.snowflake.local.analysis.Origin;
import dev.inverterflow.snowflake.local.analysis.tree.TypedDml;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.Transaction;
import dev.inverterflow.snowflake.local.execution.TransactionParticipant;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells the session's transaction what a statement is about to do: first the locks, which may take a while, then what it reads. */
final class TransactionNotes {

    private TransactionNotes() {}

    static void query(Set<Origin> origins, SessionContext session) throws SQLException {
        session.transaction().reads(names(origins, Origin.Kind.TABLE), names(origins, Origin.Kind.STREAM));
    }

    static void dml(TypedDml typed, Set<Origin> origins, SessionContext session) throws SQLException {
        Transaction transaction = session.transaction();
        Set<ObjectName> tables = new HashSet<>(names(origins, Origin.Kind.TABLE));
        boolean changesRows = typed.accept(new ChangesRows());
        for (var written : typed.targets()) {
            ObjectName target = name(written.origin());
            if (changesRows) {
                changes(target, session);
                tables.add(target);
            } else {
                transaction.wrote(target);
            }
        }
        Set<ObjectName> streams = names(origins, Origin.Kind.STREAM);
        streams.forEach(transaction::consume);
        transaction.reads(tables, streams);
        if (changesRows) {
            for (var written : typed.targets()) {
                beforeChange(name(written.origin()), TransactionParticipant.Change.SOME_ROWS, session);
            }
        }
    }

    /** To be called when the statement has its locks and its view. */
    static void beforeChange(ObjectName table, TransactionParticipant.Change change, SessionContext session)
            throws SQLException {
        if (session.temporaryTables().find(table).isEmpty()) {
            session.transaction().beforeChange(table, change);
        }
    }

    /** To be called when rows that were there were updated or deleted. */
    static void removed(Origin origin, long rows, SessionContext session) {
        ObjectName table = name(origin);
        if (rows > 0 && session.temporaryTables().find(table).isEmpty()) {
            session.transaction().removed(table, rows);
        }
    }

    /** A temporary table is nobody else's. */
    static void changes(ObjectName table, SessionContext session) {
        if (session.temporaryTables().find(table).isPresent()) {
            session.transaction().wrote(table);
        } else {
            session.transaction().changes(table);
        }
    }

    private static Set<ObjectName> names(Set<Origin> origins, Origin.Kind kind) {
        return origins.stream()
                .filter(origin -> origin.kind() == kind)
                .map(TransactionNotes::name)
                .collect(Collectors.toSet());
    }

    private static ObjectName name(Origin origin) {
        return new ObjectName(origin.database(), origin.schema(), origin.name());
    }

    /** Whether a statement changes or deletes rows that are there, and so has to be alone. */
    private static final class ChangesRows implements TypedDml.Visitor<Boolean> {

        @Override
        public Boolean visitInsert(TypedDml.Insert insert) {
            return insert.overwrite();
        }

        @Override
        public Boolean visitInsertRows(TypedDml.InsertRows insert) {
            return insert.overwrite();
        }

        @Override
        public Boolean visitInsertAll(TypedDml.InsertAll insert) {
            return insert.overwrite();
        }

        @Override
        public Boolean visitUpdate(TypedDml.Update update) {
            return true;
        }

        @Override
        public Boolean visitDelete(TypedDml.Delete delete) {
            return true;
        }

        @Override
        public Boolean visitMerge(TypedDml.Merge merge) {
            return true;
        }
    }
}
