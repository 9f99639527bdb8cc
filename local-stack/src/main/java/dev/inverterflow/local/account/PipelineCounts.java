package dev.inverterflow.local.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What the warehouse side counts.
 *
 * @param files rows of INVERTER_DATA_RAW
 * @param typed rows of INVERTER_READINGS
 * @param rejected rows of INVERTER_READINGS_REJECTED
 * @param duplicates from INGESTION_TOTALS
 */
public record PipelineCounts(long files, long typed, long rejected, long duplicates) {
    private static final String QUERY = """
            SELECT
              (SELECT COUNT(*) FROM INVERTER_DATA_RAW),
              (SELECT COUNT(*) FROM INVERTER_READINGS),
              (SELECT COUNT(*) FROM INVERTER_READINGS_REJECTED),
              (SELECT DUPLICATES FROM INGESTION_TOTALS)
            """;

    public static PipelineCounts read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new PipelineCounts(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }

    /** Records that have reached their end. */
    public long settled() {
        return typed + rejected + duplicates;
    }
}
