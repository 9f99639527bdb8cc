package dev.inverterflow.snowflake.local.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inverterflow.snowflake.local.catalog.Column;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.Table;
import dev.inverterflow.snowflake.local.engine.DuckDb;
import dev.inverterflow.snowflake.local.execution.EngineNames;
import dev.inverterflow.snowflake.local.execution.HiddenColumns;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of a table's rows, over the real engine. */
class RowVersionsTest {
    private static final Table TABLE = new Table(
            new ObjectName("DB", "SC", "T"),
            5,
            Table.Kind.PERMANENT,
            List.of(Column.of("V", SnowflakeType.FLOAT)),
            List.of(),
            "",
            Map.of(),
            "R",
            Instant.EPOCH,
            "");
    private static final String BASE = EngineNames.table(TABLE.name());

    private DuckDb engine;
    private Connection connection;
    private RowVersions versions;

    @BeforeEach
    void open() throws SQLException {
        engine = DuckDb.open(null, configured -> {});
        connection = engine.connect().jdbc();
        ChangeLog.createTables(connection);
        EngineTables.execute(
                connection, "CREATE SCHEMA " + EngineNames.schema(TABLE.name().schemaName()));
        EngineTables.execute(
                connection,
                "CREATE TABLE " + BASE + " (\"V\" INTEGER, " + HiddenColumns.definition() + ", \"" + HiddenColumns.ROW
                        + "\" BIGINT DEFAULT nextval('" + ChangeLog.ROW_NUMBERS + "'))");
        EngineTables.execute(connection, "SET VARIABLE " + HiddenColumns.TRANSACTION_VARIABLE + " = 1");
        EngineTables.execute(connection, "INSERT INTO " + BASE + " (\"V\") VALUES (1), (2)");
        versions = new RowVersions(TABLE, connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        engine.close();
    }

    @Test
    void eachVersionHasTheCommitsThatBroughtAndEndedIt() throws SQLException {
        versions.begin();
        EngineTables.execute(connection, "UPDATE " + BASE + " SET \"V\" = 20 WHERE \"V\" = 2");
        versions.compare(7);
        EngineTables.execute(connection, "SET VARIABLE " + HiddenColumns.TRANSACTION_VARIABLE + " = 2");
        EngineTables.execute(connection, "INSERT INTO " + BASE + " (\"V\") VALUES (3)");
        versions.add(2, 8);
        EngineTables.execute(connection, "DELETE FROM " + BASE + " WHERE \"V\" = 1");
        versions.compare(9);

        assertThat(kept())
                .containsExactlyInAnyOrder("1 from 0 to 9", "2 from 0 to 7", "20 from 7 to null", "3 from 8 to null");

        versions.begin();
        assertThat(kept()).as("a second stream changes nothing").hasSize(4);
    }

    @Test
    void onlyVersionsThatEveryStreamIsPastAreForgotten() throws SQLException {
        versions.begin();
        EngineTables.execute(connection, "UPDATE " + BASE + " SET \"V\" = \"V\" + 10");
        versions.compare(7);
        EngineTables.execute(connection, "DELETE FROM " + BASE);
        versions.compare(9);

        versions.prune(7);

        assertThat(kept()).containsExactlyInAnyOrder("11 from 7 to 9", "12 from 7 to 9");
    }

    @Test
    void aTransactionThatDoesNotSeeThemSaysSo() throws SQLException {
        assertThatThrownBy(() -> versions.add(1, 7)).hasMessageContaining("table 'T'");
        versions.begin();
        versions.add(1, 7);
        assertThat(kept()).hasSize(4);
    }

    private List<String> kept() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT \"V\", \"$SINCE\", \"$UNTIL\" FROM " + RowVersions.name(TABLE.id()))) {
            var kept = new ArrayList<String>();
            while (rows.next()) {
                kept.add(rows.getString(1) + " from " + rows.getString(2) + " to " + rows.getString(3));
            }
            return kept;
        }
    }
}
