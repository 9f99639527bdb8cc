package dev.inverterflow.snowflake.local.stream;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Names;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * SYSTEM$STREAM_HAS_DATA.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/system_stream_has_data">SYSTEM$STREAM_HAS_DATA</a>
 */
final class StreamFunctions implements SystemFunctionProvider {
    private static final String HAS_DATA = "SYSTEM$STREAM_HAS_DATA";

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        return name.equals(HAS_DATA) && arguments == 1 ? Optional.of(SnowflakeType.BOOLEAN) : Optional.empty();
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        var text = arguments.get(0).text();
        if (text == null) {
            throw Errors.invalidValue("NULL", HAS_DATA);
        }
        var stream = SchemaObjects.require(TableStream.KIND, session.resolve(Names.parse(text)), session);
        return Constant.bool(hasData(stream, session));
    }

    static boolean hasData(TableStream stream, SessionContext session) {
        var table = StreamRelations.baseTable(stream, session.catalog());
        var sql = "SELECT EXISTS (SELECT 1 FROM " + StreamRelations.rows(stream, table) + ")";
        try (var statement = session.connection().createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException failure) {
            throw Errors.internal("reading stream " + stream.name() + " failed", failure);
        }
    }
}
