package dev.inverterflow.local.report;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The report tables as text for a terminal, read with plain SQL as a user would. */
public final class ReportTables {
    private static final String LATENCY = """
            SELECT
              TO_VARCHAR(HOUR, 'YYYY-MM-DD HH24:MI') AS "hour (UTC)",
              NUM_FILES AS "files/batch",
              HOP AS "hop",
              FILES AS "files",
              TO_VARCHAR(P50_SECONDS::NUMBER(12, 2)) AS "p50 s",
              TO_VARCHAR(P95_SECONDS::NUMBER(12, 2)) AS "p95 s",
              TO_VARCHAR(P99_SECONDS::NUMBER(12, 2)) AS "p99 s",
              TO_VARCHAR(MAX_SECONDS::NUMBER(12, 2)) AS "max s",
              COALESCE(FLAG, '') AS "flag"
            FROM INGESTION_LATENCY
            ORDER BY HOUR, NUM_FILES, HOP_ORDER
            """;
    private static final String COST = """
            SELECT
              TO_VARCHAR(DAY, 'YYYY-MM-DD') AS "day (UTC)",
              COMPONENT AS "component",
              BASIS AS "basis",
              COALESCE(RTRIM(RTRIM(TO_VARCHAR(QUANTITY::NUMBER(24, 6)), '0'), '.'), '') AS "quantity",
              UNIT AS "unit",
              COALESCE(TO_VARCHAR(AMOUNT::NUMBER(18, 8)), '') AS "amount",
              COALESCE(CURRENCY, '') AS "currency",
              IFF(IN_TOTAL, 'yes', 'comparison') AS "in total"
            FROM INGESTION_COST
            ORDER BY DAY, COMPONENT_ORDER
            """;

    private ReportTables() {}

    public static String latency(Connection connection) throws SQLException {
        return table(connection, LATENCY);
    }

    public static String cost(Connection connection) throws SQLException {
        return table(connection, COST);
    }

    private static String table(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            ResultSetMetaData names = rows.getMetaData();
            List<Column> columns = new ArrayList<>();
            for (int i = 1; i <= names.getColumnCount(); i++) {
                columns.add(new Column()
                        .header(names.getColumnLabel(i))
                        .headerAlign(HorizontalAlign.LEFT)
                        .dataAlign(HorizontalAlign.LEFT));
            }
            List<String[]> data = new ArrayList<>();
            while (rows.next()) {
                String[] row = new String[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = rows.getString(i + 1);
                }
                data.add(row);
            }
            return AsciiTable.getTable(
                    AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS,
                    columns.toArray(Column[]::new),
                    data.toArray(String[][]::new));
        }
    }
}
