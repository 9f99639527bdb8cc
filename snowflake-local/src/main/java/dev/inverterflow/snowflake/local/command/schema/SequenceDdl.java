package dev.inverterflow.snowflake.local.command.schema;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateSequence;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Numbering;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Sequence;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.command.Shown;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.ResultColumn;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sequences: a catalog entry each, and a sequence of the engine that counts. */
final class SequenceDdl {

    static final List<ResultColumn> COLUMNS = List.of(
            ResultColumn.text("name"),
            ResultColumn.text("database_name"),
            ResultColumn.text("schema_name"),
            ResultColumn.number("next_value"),
            ResultColumn.number("interval"),
            Shown.time("created_on"),
            ResultColumn.text("owner"),
            ResultColumn.text("comment"),
            ResultColumn.text("owner_role_type"),
            ResultColumn.text("ordered"));

    Result create(CreateSequence statement, SessionContext session) throws SQLException {
        requireStep(statement.numbering().increment());
        ObjectName name = session.resolve(statement.name());
        Sequence sequence = sequence(statement, name, session);
        List<Sequence> replaced = new ArrayList<>();
        boolean[] made = {false};
        Result result = SchemaObjects.create(
                statement.mode(),
                ObjectType.SEQUENCE,
                name,
                session,
                () -> {
                    made[0] = true;
                    return sequence;
                },
                replaced::add);
        if (made[0]) {
            List<String> ddl = new ArrayList<>();
            ddl.add("CREATE SCHEMA IF NOT EXISTS " + Identifiers.quote(EngineNames.SEQUENCES));
            ddl.add(engineSequence(sequence, sequence.start()));
            replaced.forEach(old -> ddl.add("DROP SEQUENCE " + EngineNames.sequence(old)));
            EngineDdl.run(session, ddl);
        }
        return result;
    }

    Result alter(Alter statement, SessionContext session) throws SQLException {
        AlterAction action = statement.action();
        ObjectName name = session.resolve(statement.object().requireName());
        if (action instanceof AlterAction.SetNumbering set
                && SchemaObjects.find(ObjectType.SEQUENCE, name, session).isPresent()) {
            recount(set, SchemaObjects.require(ObjectType.SEQUENCE, name, session), session);
        }
        return SchemaObjects.alter(
                statement,
                ObjectType.SEQUENCE,
                session,
                sequence -> action instanceof AlterAction.SetNumbering set
                        ? renumbered(sequence, set)
                                .withComment(set.others().text("COMMENT").orElse(sequence.comment()))
                        : CommonChanges.apply(sequence, action, session));
    }

    Result drop(Drop statement, SessionContext session) throws SQLException {
        List<Sequence> dropped = new ArrayList<>();
        Result result = SchemaObjects.drop(statement, ObjectType.SEQUENCE, session, dropped::add);
        for (Sequence sequence : dropped) {
            EngineDdl.run(session, List.of("DROP SEQUENCE " + EngineNames.sequence(sequence)));
        }
        return result;
    }

    List<List<@Nullable String>> show(Show statement, SessionContext session) throws SQLException {
        List<List<@Nullable String>> rows = new ArrayList<>();
        for (Sequence sequence : SchemaObjects.shown(statement, ObjectType.SEQUENCE, session)) {
            rows.add(row(sequence, session));
        }
        return rows;
    }

    List<List<@Nullable String>> describe(Describe statement, SessionContext session) throws SQLException {
        ObjectName name = session.resolve(statement.object().requireName());
        return List.of(row(SchemaObjects.require(ObjectType.SEQUENCE, name, session), session));
    }

    /** The number that the sequence gives next. */
    static long nextValue(Sequence sequence, SessionContext session) throws SQLException {
        try (PreparedStatement statement = session.connection()
                .prepareStatement(
                        // The engine's sequence is made anew by a change, from the number that came next then.
                        "SELECT COALESCE(last_value + increment_by, start_value)"
                                + " FROM duckdb_sequences() WHERE schema_name = ? AND sequence_name = ?")) {
            statement.setString(1, EngineNames.SEQUENCES);
            statement.setString(2, "#" + sequence.id());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? rows.getLong(1) : sequence.start();
            }
        }
    }

    /** The step that the engine already took from the last number stays; the new one counts from the next on. */
    private static void recount(AlterAction.SetNumbering set, Sequence sequence, SessionContext session)
            throws SQLException {
        Sequence changed = renumbered(sequence, set);
        long next = nextValue(sequence, session);
        EngineDdl.run(
                session, List.of("DROP SEQUENCE " + EngineNames.sequence(sequence), engineSequence(changed, next)));
    }

    private static Sequence renumbered(Sequence sequence, AlterAction.SetNumbering set) {
        Long increment = set.increment();
        Boolean ordered = set.ordered();
        if (increment != null) {
            requireStep(increment);
        }
        return sequence.withNumbering(
                sequence.start(),
                increment == null ? sequence.increment() : increment,
                ordered == null ? sequence.ordered() : ordered);
    }

    private static Sequence sequence(CreateSequence statement, ObjectName name, SessionContext session) {
        Numbering numbering = statement.numbering();
        return new Sequence(
                name,
                session.catalog().newId(),
                numbering.start(),
                numbering.increment(),
                Boolean.TRUE.equals(numbering.ordered()),
                session.role(),
                session.clock().instant(),
                PropertyTexts.comment(statement.properties()));
    }

    private static String engineSequence(Sequence sequence, long start) {
        return "CREATE SEQUENCE " + EngineNames.sequence(sequence) + " "
                + EngineDdl.counting(start, sequence.increment());
    }

    static void requireStep(long increment) {
        if (increment == 0) {
            throw new SnowflakeException(
                    1008, "22023", "SQL compilation error:\ninvalid value [0] for parameter 'INCREMENT'");
        }
    }

    private static List<@Nullable String> row(Sequence sequence, SessionContext session) throws SQLException {
        return Result.row(
                sequence.name().name(),
                sequence.name().database(),
                sequence.name().schema(),
                String.valueOf(nextValue(sequence, session)),
                String.valueOf(sequence.increment()),
                Shown.time(sequence.createdOn()),
                sequence.owner(),
                sequence.comment(),
                "ROLE",
                Shown.yesNo(sequence.ordered()));
    }
}
