package dev.inverterflow.snowflake.local.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.inverterflow.snowflake.local.error.Errors;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entries, kept in the engine. They are there whatever becomes of the transaction in which they were logged. */
final class EventTable {
    /** The table of the engine, as SQL names it. */
    static final String TABLE = "\"$EVENT\".entries";

    private static final String INSERT = "INSERT INTO " + TABLE + " (\"TIMESTAMP\", \"OBSERVED_TIMESTAMP\","
            + " \"RECORD_TYPE\", \"RESOURCE_ATTRIBUTES\", \"SCOPE\", \"RECORD\", \"RECORD_ATTRIBUTES\", \"VALUE\")"
            + " VALUES (?, ?, 'LOG', ?, ?, ?, ?, ?)";

    private final Connection connection;
    private final Clock clock;
    private final ObjectMapper mapper = new ObjectMapper();

    /** @param connection one of its own */
    EventTable(Connection connection, Clock clock) throws SQLException {
        this.connection = connection;
        this.clock = clock;
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA IF NOT EXISTS \"$EVENT\"");
            statement.execute("CREATE TABLE IF NOT EXISTS " + TABLE + " (" + EventColumns.definitions() + ")");
        }
    }

    /** @param logger null for what no logger said */
    synchronized void add(
            String severity,
            @Nullable String logger,
            String message,
            Map<String, Object> source,
            Map<String, Object> attributes) {
        try (var insert = connection.prepareStatement(INSERT)) {
            LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
            insert.setObject(1, now);
            insert.setObject(2, now);
            insert.setString(3, json(source));
            insert.setString(4, logger == null ? null : json(Map.of("name", logger)));
            insert.setString(5, json(Map.of("severity_text", severity)));
            insert.setString(6, json(attributes));
            insert.setString(7, json(message));
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw Errors.internal("an entry of the event table could not be written", failure);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("texts, numbers and booleans have a JSON form", impossible);
        }
    }
}
