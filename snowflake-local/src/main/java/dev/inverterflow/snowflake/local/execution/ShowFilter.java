package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.ast.Inspection.ScopeKind;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.SchemaName;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** LIKE, IN, STARTS WITH and LIMIT … FROM of a SHOW. */
public final class ShowFilter {

    private ShowFilter() {}

    /** Those whose name fits LIKE, STARTS WITH and LIMIT of a SHOW, in their order. */
    public static <T> List<T> filter(Show show, List<T> all, Function<T, String> name) {
        Predicate<String> like = like(show.like());
        Stream<T> shown = all.stream().filter(one -> like.test(name.apply(one)));
        String prefix = show.startsWith();
        if (prefix != null) {
            shown = shown.filter(one -> name.apply(one).startsWith(prefix));
        }
        String after = show.from();
        if (after != null) {
            shown = shown.filter(one -> name.apply(one).compareTo(after) > 0);
        }
        Integer limit = show.limit();
        return (limit == null ? shown : shown.limit(limit)).toList();
    }

    /** Which schemas the IN of a SHOW means; without one, those of the current database, or all. */
    public static Predicate<SchemaName> schemas(@Nullable ShowScope scope, SessionContext session) {
        if (scope == null) {
            return inDatabase(session.database());
        }
        QualifiedName name = scope.name();
        ScopeKind kind = scope.kind();
        if (kind == ScopeKind.ACCOUNT) {
            return schema -> true;
        }
        if (kind == ScopeKind.DATABASE) {
            return name == null
                    ? inDatabase(session.database())
                    : inDatabase(Optional.of(database(name.last().name(), session)));
        }
        if (kind == ScopeKind.SCHEMA || kind == null) {
            return name == null ? inCurrentSchema(session) : inSchema(name, session);
        }
        throw Errors.notSupported("SHOW … IN " + kind);
    }

    /** A LIKE pattern, matched without regard to case; null fits everything. */
    public static Predicate<String> like(@Nullable String pattern) {
        if (pattern == null) {
            return name -> true;
        }
        StringBuilder expression = new StringBuilder();
        boolean escaped = false;
        for (int index = 0; index < pattern.length(); index++) {
            char character = pattern.charAt(index);
            if (character == '\\' && !escaped) {
                escaped = true;
                continue;
            }
            expression.append(escaped ? quoted(character) : wildcard(character));
            escaped = false;
        }
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
        return Pattern.compile(expression.toString(), flags).asMatchPredicate();
    }

    private static Predicate<SchemaName> inDatabase(Optional<String> database) {
        return schema -> database.isEmpty() || schema.database().equals(database.get());
    }

    private static Predicate<SchemaName> inCurrentSchema(SessionContext session) {
        Optional<SchemaName> current = session.schema();
        return current.isPresent() ? current.get()::equals : inDatabase(session.database());
    }

    private static Predicate<SchemaName> inSchema(QualifiedName name, SessionContext session) {
        SchemaName wanted = session.resolveSchema(name);
        if (session.catalog().schema(wanted).isEmpty()) {
            throw Errors.containerDoesNotExist();
        }
        return wanted::equals;
    }

    private static String database(String name, SessionContext session) {
        return session.catalog()
                .account(AccountType.DATABASE)
                .find(name)
                .orElseThrow(Errors::containerDoesNotExist)
                .name();
    }

    private static String wildcard(char character) {
        return switch (character) {
            case '%' -> ".*";
            case '_' -> ".";
            default -> quoted(character);
        };
    }

    private static String quoted(char character) {
        return Pattern.quote(String.valueOf(character));
    }
}
