package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.analysis.SystemFunctions;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Optional;

/** The functions about the account's objects, asked of the packages that own them. */
final class SessionFunctions implements SystemFunctions {

    private final SessionContext session;
    private final List<SystemFunctionProvider> providers;

    SessionFunctions(SessionContext session, List<SystemFunctionProvider> providers) {
        this.session = session;
        this.providers = providers;
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        return providers.stream()
                .flatMap(provider -> provider.resultType(name, arguments).stream())
                .findFirst();
    }

    @Override
    public Constant call(String name, List<Constant> arguments) {
        return providers.stream()
                .filter(provider -> provider.resultType(name, arguments.size()).isPresent())
                .findFirst()
                .orElseThrow(() -> Errors.unknownFunction(name))
                .call(name, arguments, session);
    }
}
