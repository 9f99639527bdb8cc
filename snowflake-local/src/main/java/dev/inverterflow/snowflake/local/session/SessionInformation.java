package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a session tells about itself (docs.snowflake.com/en/sql-reference/functions-context). */
final class SessionInformation implements SystemFunctionProvider {

    /** A region that no account has, so that nobody takes the stand-in for an account. */
    private static final String REGION = "LOCAL";

    private final Map<String, Function<SessionContext, @Nullable String>> facts;

    SessionInformation(RoleRules roles) {
        this.facts = Map.of(
                "CURRENT_REGION", session -> REGION,
                "CURRENT_STATEMENT", SessionContext::queryText,
                "CURRENT_ACCOUNT_NAME", session -> session.facts().account(),
                "CURRENT_ORGANIZATION_NAME", session -> REGION,
                "CURRENT_IP_ADDRESS", session -> "127.0.0.1",
                "CURRENT_SCHEMAS", SessionInformation::schemas,
                "CURRENT_TRANSACTION", SessionInformation::transaction,
                "LAST_TRANSACTION", SessionInformation::lastTransaction,
                "CURRENT_AVAILABLE_ROLES", session -> array(roles.usableBy(session.user())));
    }

    @Override
    public Set<String> names() {
        return facts.keySet();
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        return arguments == 0 && facts.containsKey(name) ? Optional.of(SnowflakeType.VARCHAR) : Optional.empty();
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        return Constant.text(Objects.requireNonNull(facts.get(name), name).apply(session));
    }

    private static @Nullable String transaction(SessionContext session) {
        return session.transaction()
                .info()
                .map(open -> String.valueOf(open.id()))
                .orElse(null);
    }

    private static @Nullable String lastTransaction(SessionContext session) {
        return session.transactions()
                .lastOf(session.id())
                .map(past -> String.valueOf(past.transaction().id()))
                .orElse(null);
    }

    private static String schemas(SessionContext session) {
        return array(session.schema().map(SchemaName::toString).stream().toList());
    }

    private static String array(List<String> names) {
        return names.stream()
                .map(name -> "\"" + name.replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
