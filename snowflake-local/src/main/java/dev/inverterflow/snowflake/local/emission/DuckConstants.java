package dev.inverterflow.snowflake.local.emission;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.ConstantEvaluator;
import dev.inverterflow.snowflake.local.analysis.SessionFacts;
import dev.inverterflow.snowflake.local.analysis.SystemFunctions;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Computes constants in DuckDB, on a connection of its own so that an error ends nobody's transaction. */
public final class DuckConstants implements ConstantEvaluator {
    /** Opens a connection that the caller closes. */
    public interface Connections {
        Connection open() throws SQLException;
    }

    /** Sets the values of the request, for constants that contain binds. */
    public interface BindSetter {
        void set(PreparedStatement statement) throws SQLException;
    }

    private final Connections connections;
    private final BindSetter binds;
    private final SessionFacts facts;
    private final SystemFunctions systemFunctions;

    public DuckConstants(
            Connections connections, BindSetter binds, SessionFacts facts, SystemFunctions systemFunctions) {
        this.connections = connections;
        this.binds = binds;
        this.facts = facts;
        this.systemFunctions = systemFunctions;
    }

    @Override
    public Constant evaluate(TypedExpression expression) {
        var sql = new Emitter(facts, systemFunctions, this).value(expression);
        try (var connection = connections.open();
                var statement = connection.prepareStatement(asText(sql.text(), expression.type()))) {
            if (sql.text().contains("$")) {
                binds.set(statement);
            }
            try (var rows = statement.executeQuery()) {
                rows.next();
                return new Constant(expression.type(), rows.getString(1));
            }
        } catch (SQLException e) {
            throw EngineErrors.translate(e);
        }
    }

    private static String asText(String sql, SnowflakeType type) {
        var value = "\"value\"";
        if (type.is(TypeKind.TIMESTAMP_LTZ)) {
            value = "(\"value\" AT TIME ZONE 'UTC')";
        } else if (type.is(TypeKind.TIMESTAMP_TZ)) {
            value = "\"value\".utc";
        } else if (type.is(TypeKind.BINARY)) {
            value = "hex(\"value\")";
        }
        return "SELECT CAST(" + value + " AS VARCHAR) FROM (" + sql + ")";
    }
}
