package dev.inverterflow.snowflake.local.definition;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * GET_DDL. An owner's-rights procedure does not tell others than its owner
 * (docs.snowflake.com/en/developer-guide/stored-procedure/stored-procedures-rights, "Restrictions on built-in functions").
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/functions/get_ddl">GET_DDL</a>
 */
public final class DefinitionFunctions implements SystemFunctionProvider {
    private static final String GET_DDL = "GET_DDL";
    private static final int KIND_AND_NAME = 2;
    private static final int WITH_QUALIFICATION = 3;

    @Override
    public Set<String> names() {
        return Set.of(GET_DDL);
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        boolean known = name.equals(GET_DDL) && (arguments == KIND_AND_NAME || arguments == WITH_QUALIFICATION);
        return known ? Optional.of(SnowflakeType.VARCHAR) : Optional.empty();
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        if (session.isCalledByOthers()) {
            throw Errors.unsupportedInProcedure(GET_DDL);
        }
        boolean qualified = arguments.size() == WITH_QUALIFICATION
                && "true".equalsIgnoreCase(arguments.get(KIND_AND_NAME).text());
        var definitions = new Definitions(session, qualified ? Naming.FULL : Naming.SHORT);
        return Constant.text(definitions.of(text(arguments, 0), text(arguments, 1)));
    }

    private static String text(List<Constant> arguments, int index) {
        String text = arguments.get(index).text();
        if (text == null) {
            throw Errors.invalidValue("NULL", GET_DDL);
        }
        return text;
    }
}
