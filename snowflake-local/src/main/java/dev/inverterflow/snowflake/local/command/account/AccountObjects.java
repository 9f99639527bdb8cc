package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.AccountObject;
import dev.inverterflow.snowflake.local.catalog.AccountRegistry;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.catalog.Commented;
import dev.inverterflow.snowflake.local.catalog.Configured;
import dev.inverterflow.snowflake.local.command.PropertyTexts;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SchemaObjects;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** What CREATE, ALTER and DROP do in the same way for every kind of object directly in the account. */
final class AccountObjects {

    private static final String COMMENT = "COMMENT";

    private AccountObjects() {}

    /** CREATE; {@code make} makes the object of that name, if it is to be created. */
    static <T extends AccountObject> Result create(
            CreateStatement statement, AccountType<T> type, SessionContext session, Function<String, T> make) {
        String name = name(statement.name());
        AccountRegistry<T> registry = session.catalog().account(type);
        session.catalog().ddlLock().lock();
        try {
            boolean exists = registry.find(name).isPresent();
            if (exists && statement.mode() == CreateMode.IF_NOT_EXISTS) {
                return Result.status(name + " already exists, statement succeeded.");
            }
            if (exists && statement.mode() == CreateMode.CREATE) {
                throw Errors.alreadyExists(name);
            }
            if (statement.mode() == CreateMode.OR_ALTER) {
                throw Errors.notSupported("CREATE OR ALTER " + type.label());
            }
            registry.put(make.apply(name));
        } finally {
            session.catalog().ddlLock().unlock();
        }
        return Result.status(display(type) + " " + name + " successfully created.");
    }

    /** ALTER; {@code change} makes the changed object. */
    static <T extends AccountObject> Result alter(
            Alter statement, AccountType<T> type, SessionContext session, Function<T, T> change) {
        return alter(statement, type, session, change, (before, after) -> {});
    }

    /** ALTER; {@code changed} is told the object before and after, once it is changed. */
    static <T extends AccountObject> Result alter(
            Alter statement,
            AccountType<T> type,
            SessionContext session,
            Function<T, T> change,
            BiConsumer<T, T> changed) {
        AccountRegistry<T> registry = session.catalog().account(type);
        session.catalog().ddlLock().lock();
        try {
            QualifiedName name = statement.object().requireName();
            Optional<T> found = registry.find(name(name));
            if (found.isEmpty() && statement.ifExists()) {
                return SchemaObjects.altered();
            }
            T old = found.orElseThrow(() -> Errors.objectDoesNotExist(display(type), name.toString()));
            T renewed = change.apply(old);
            if (!renewed.name().equals(old.name())) {
                if (registry.find(renewed.name()).isPresent()) {
                    throw Errors.alreadyExists(renewed.name());
                }
                registry.remove(old.name());
            }
            registry.put(renewed);
            changed.accept(old, renewed);
        } finally {
            session.catalog().ddlLock().unlock();
        }
        return SchemaObjects.altered();
    }

    /** What RENAME TO, SET and UNSET make of an object; properties named in {@code secret} are not kept. */
    static <T extends AccountObject> T changed(T object, AlterAction action, AccountType<T> type, Set<String> secret) {
        if (action instanceof AlterAction.RenameTo rename) {
            return type.type().cast(object.withName(name(rename.name())));
        }
        if (action instanceof AlterAction.SetProperties set) {
            T configured = configured(object, PropertyTexts.of(set.properties(), secret), Set.of(), type);
            Optional<String> comment = set.properties().text(COMMENT);
            return comment.isPresent() ? commented(configured, comment.get(), type) : configured;
        }
        if (action instanceof AlterAction.UnsetProperties unset) {
            T configured = configured(object, Map.of(), Set.copyOf(unset.names()), type);
            return unset.names().contains(COMMENT) ? commented(configured, "", type) : configured;
        }
        throw Errors.notSupported("ALTER " + type.label() + " … " + action.words());
    }

    private static <T extends AccountObject> T configured(
            T object, Map<String, String> set, Set<String> unset, AccountType<T> type) {
        if (!(object instanceof Configured<?> configured)) {
            return object;
        }
        Map<String, String> properties = new HashMap<>(configured.properties());
        properties.putAll(set);
        properties.keySet().removeAll(unset);
        return type.type().cast(configured.withProperties(properties));
    }

    private static <T extends AccountObject> T commented(T object, String comment, AccountType<T> type) {
        if (object instanceof Commented<?> commented) {
            return type.type().cast(commented.withComment(comment));
        }
        throw Errors.invalidProperty(COMMENT, type.label());
    }

    /** DROP of an object that has nothing but its catalog entry. */
    static Result drop(Drop statement, AccountType<?> type, SessionContext session) {
        String name = name(statement.object().requireName());
        if (session.catalog().account(type).remove(name).isPresent()) {
            return Result.status(name + " successfully dropped.");
        }
        if (statement.ifExists()) {
            return Result.status("Drop statement executed successfully (" + name + " already dropped).");
        }
        throw Errors.objectDoesNotExist(display(type), name);
    }

    /**
     * The object of that name.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 002003 if it is not there
     */
    static <T extends AccountObject> T require(AccountType<T> type, QualifiedName name, SessionContext session) {
        return session.catalog()
                .account(type)
                .find(name(name))
                .orElseThrow(() -> Errors.objectDoesNotExist(display(type), name.toString()));
    }

    static String name(QualifiedName name) {
        if (name.size() != 1) {
            throw Errors.objectDoesNotExist(name.toString());
        }
        return name.last().name();
    }

    private static String display(AccountType<?> type) {
        return type.label().charAt(0) + type.label().substring(1).toLowerCase(Locale.ROOT);
    }
}
