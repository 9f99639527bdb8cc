package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.analysis.Constant;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.execution.SystemFunctionProvider;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a session tells about itself, and the functions that stop queries
 * (docs.snowflake.com/en/sql-reference/functions-context, functions-system).
 */
final class SessionInformation implements SystemFunctionProvider {

    /** A region that no account has, so that nobody takes the stand-in for an account. */
    private static final String REGION = "LOCAL";

    static final String CANCEL_ALL = "SYSTEM$CANCEL_ALL_QUERIES";
    static final String CANCEL_ONE = "SYSTEM$CANCEL_QUERY";

    private final Map<String, Function<SessionContext, @Nullable String>> facts;
    private final Sessions sessions;

    SessionInformation(Sessions sessions, RoleRules roles) {
        this.sessions = sessions;
        this.facts = Map.of(
                "CURRENT_REGION", session -> REGION,
                "CURRENT_STATEMENT", SessionContext::queryText,
                "CURRENT_ACCOUNT_NAME", session -> session.facts().account(),
                "CURRENT_ORGANIZATION_NAME", session -> REGION,
                "CURRENT_IP_ADDRESS", session -> "127.0.0.1",
                "CURRENT_SCHEMAS", SessionInformation::schemas,
                "CURRENT_TRANSACTION", SessionInformation::transaction,
                "CURRENT_AVAILABLE_ROLES", session -> array(roles.usableBy(session.user())));
    }

    @Override
    public Set<String> names() {
        return Stream.concat(facts.keySet().stream(), Stream.of(CANCEL_ALL, CANCEL_ONE))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<SnowflakeType> resultType(String name, int arguments) {
        boolean known = arguments == 0 ? facts.containsKey(name) : arguments == 1 && stops(name);
        return known ? Optional.of(SnowflakeType.VARCHAR) : Optional.empty();
    }

    private static boolean stops(String name) {
        return name.equals(CANCEL_ALL) || name.equals(CANCEL_ONE);
    }

    @Override
    public Constant call(String name, List<Constant> arguments, SessionContext session) {
        if (arguments.isEmpty()) {
            return Constant.text(Objects.requireNonNull(facts.get(name), name).apply(session));
        }
        var argument = Objects.requireNonNullElse(arguments.get(0).text(), "");
        try {
            return Constant.text(name.equals(CANCEL_ALL) ? cancelAll(argument, session) : cancel(argument));
        } catch (SQLException failure) {
            throw Errors.internal("stopping a query failed", failure);
        }
    }

    /** The query that asks goes on. */
    private String cancelAll(String sessionId, SessionContext asking) throws SQLException {
        if (asking.inOwnersRightsProcedure()) {
            throw Errors.sideEffectsInProcedure(CANCEL_ALL);
        }
        if (!sessionId.chars().allMatch(Character::isDigit)) {
            throw Errors.invalidValue(sessionId, CANCEL_ALL);
        }
        if (sessionId.equals(String.valueOf(asking.id()))) {
            return "0 queries canceled.";
        }
        return sessions.cancelAll(Long.parseLong(sessionId)) ? "1 queries canceled." : "0 queries canceled.";
    }

    private String cancel(String queryId) throws SQLException {
        Optional<PendingQuery> query = sessions.find(queryId);
        if (query.isEmpty() || query.get().answer().isPresent()) {
            return "Identified SQL statement is not currently executing.";
        }
        query.get().cancel();
        return "query [" + queryId + "] terminated.";
    }

    private static @Nullable String transaction(SessionContext session) {
        return session.transaction()
                .info()
                .map(open -> String.valueOf(open.id()))
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
