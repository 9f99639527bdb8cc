package dev.inverterflow.snowflake.local.analysis;

import static java.util.Map.entry;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Functions whose value the session knows; all of a statement see the same clock. */
final class ContextFunctions {
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

    private static final Map<String, Function<SessionFacts, Constant>> FUNCTIONS = Map.ofEntries(
            entry("CURRENT_DATABASE", facts -> text(facts.database())),
            entry("CURRENT_SCHEMA", facts -> text(facts.schema())),
            entry("CURRENT_ROLE", facts -> text(facts.role())),
            entry("CURRENT_USER", facts -> text(facts.user())),
            entry("CURRENT_WAREHOUSE", facts -> text(facts.warehouse())),
            entry("CURRENT_ACCOUNT", facts -> text(facts.account())),
            entry("CURRENT_SESSION", facts -> text(String.valueOf(facts.sessionId()))),
            entry("CURRENT_CLIENT", facts -> text(facts.client())),
            entry("CURRENT_VERSION", facts -> text(facts.version())),
            entry("CURRENT_TIMESTAMP", ContextFunctions::now),
            entry("GETDATE", ContextFunctions::now),
            entry("LOCALTIMESTAMP", ContextFunctions::now),
            entry("SYSTIMESTAMP", ContextFunctions::now),
            entry("SYSDATE", ContextFunctions::utcNow),
            entry(
                    "CURRENT_DATE",
                    facts -> new Constant(
                            SnowflakeType.DATE, local(facts).toLocalDate().toString())),
            entry(
                    "CURRENT_TIME",
                    facts -> new Constant(
                            SnowflakeType.TIME, TIMESTAMP.format(local(facts)).substring(11))),
            entry("LAST_QUERY_ID", ContextFunctions::lastQuery));

    private ContextFunctions() {}

    static Set<String> names() {
        return new TreeSet<>(FUNCTIONS.keySet());
    }

    /** The value of a context function without arguments; empty if there is none of that name. */
    static Optional<Constant> find(String name, SessionFacts facts) {
        return Optional.ofNullable(FUNCTIONS.get(name)).map(function -> function.apply(facts));
    }

    private static Constant text(@Nullable String value) {
        return Constant.text(value);
    }

    private static LocalDateTime local(SessionFacts facts) {
        return LocalDateTime.ofInstant(facts.now().truncatedTo(ChronoUnit.MICROS), facts.timeZone());
    }

    /** A TIMESTAMP_LTZ constant is written in UTC. */
    private static Constant now(SessionFacts facts) {
        return new Constant(SnowflakeType.TIMESTAMP_LTZ, TIMESTAMP.format(utc(facts)));
    }

    private static Constant utcNow(SessionFacts facts) {
        return new Constant(SnowflakeType.TIMESTAMP_NTZ, TIMESTAMP.format(utc(facts)));
    }

    private static LocalDateTime utc(SessionFacts facts) {
        return LocalDateTime.ofInstant(facts.now().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static Constant lastQuery(SessionFacts facts) {
        var ids = facts.queryIds();
        return Constant.text(ids.isEmpty() ? null : ids.get(ids.size() - 1));
    }
}
