package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.catalog.AccountObject;
import dev.inverterflow.snowflake.local.catalog.AccountRegistry;
import dev.inverterflow.snowflake.local.catalog.AccountType;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.execution.Result;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import java.util.Locale;
import java.util.function.Function;

/** What CREATE and DROP do in the same way for every kind of object directly in the account. */
final class AccountObjects {

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
