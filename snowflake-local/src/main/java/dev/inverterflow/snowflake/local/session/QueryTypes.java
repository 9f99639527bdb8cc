package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.ast.Command;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTable;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.DmlStatement;
import dev.inverterflow.snowflake.local.ast.FileCommand;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.ast.TableSource;
import java.util.Locale;
import java.util.Map;

/** What QUERY_HISTORY calls the kinds of statements: most as they are written. */
final class QueryTypes {

    static final String UNKNOWN = "UNKNOWN";
    static final String SEVERAL = "MULTI_STATEMENT";

    private static final Map<Class<? extends Statement>, String> OTHER_NAMES = Map.of(
            Statement.QueryStatement.class, "SELECT",
            DmlStatement.CopyIntoTable.class, "COPY",
            DmlStatement.CopyIntoLocation.class, "UNLOAD",
            DmlStatement.Truncate.class, "TRUNCATE_TABLE",
            Command.CallProcedure.class, "CALL",
            Command.Begin.class, "BEGIN_TRANSACTION",
            Command.SetVariables.class, "SET",
            Command.UnsetVariables.class, "UNSET",
            FileCommand.Put.class, "PUT_FILES",
            FileCommand.Get.class, "GET_FILES");

    private QueryTypes() {}

    static String of(Statement statement) {
        String other = OTHER_NAMES.get(statement.getClass());
        if (other != null) {
            return other;
        }
        if (statement instanceof CreateTable create && create.source() instanceof TableSource.AsQuery) {
            return "CREATE_TABLE_AS_SELECT";
        }
        String words = words(statement.getClass().getSimpleName());
        if (statement instanceof Alter alter) {
            return words + "_" + alter.object().kind().name();
        }
        return statement instanceof Drop drop
                ? words + "_" + drop.object().kind().name()
                : words;
    }

    /** {@code CreateTable} as {@code CREATE_TABLE}. */
    private static String words(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
