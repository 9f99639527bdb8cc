package dev.inverterflow.deploy.target;

import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.connection.StatementFailure;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.variable.Variables;
import java.util.Optional;

/**
 * The schema deployed to and who works on it, from the variables of those names. All are plain identifiers (their kind is
 * checked), so they stand in SQL unquoted, as in the scripts.
 *
 * @param ownerRole owns everything but tasks; empty leaves the session's role
 * @param tasksRole owns the tasks; empty means the owner does
 * @param warehouse empty leaves the user's own
 */
public record Target(
        String database,
        String schema,
        Optional<String> ownerRole,
        Optional<String> tasksRole,
        Optional<String> warehouse) {
    /**
     * Reads the target.
     *
     * @throws DeployException when database or schema have no value
     */
    public static Target of(Variables variables) {
        return new Target(
                required("database", variables),
                required("schema", variables),
                variables.value("owner_role"),
                variables.value("tasks_role").or(() -> variables.value("owner_role")),
                variables.value("warehouse"));
    }

    /** The schema's full name. */
    public String schemaName() {
        return database + "." + schema;
    }

    /** The full name of an object in the schema. */
    public String object(String name) {
        return schemaName() + "." + name;
    }

    /** Takes the owner's role and the warehouse. */
    public void enterAsOwner(SnowflakeSession session) {
        ownerRole.ifPresent(role -> session.execute("use role " + role));
        warehouse.ifPresent(name -> session.execute("use warehouse " + name));
    }

    /** Takes the role that owns the tasks. */
    public void enterAsTasksOwner(SnowflakeSession session) {
        tasksRole.ifPresent(role -> session.execute("use role " + role));
    }

    /**
     * Enters the schema as whoever the connection says: a reader may call the reports without the owner's role.
     *
     * @param connectionRole the role that the connection's entry names; empty takes the owner's
     */
    public void enterToRead(SnowflakeSession session, Optional<String> connectionRole) {
        if (connectionRole.isEmpty()) {
            enterAsOwner(session);
        }
        session.execute("use schema " + schemaName());
    }

    /**
     * Enters the schema, making it and its database when they are missing. They are tried first: CREATE … IF NOT EXISTS
     * asks for the right to create even when there is nothing to do.
     */
    public void enterSchema(SnowflakeSession session) {
        String use = "use schema " + schemaName();
        if (isMissing(session, use)) {
            if (isMissing(session, "use database " + database)) {
                session.execute("create database if not exists " + database);
            }
            session.execute("create schema if not exists " + schemaName());
            session.execute(use);
        }
    }

    private static boolean isMissing(SnowflakeSession session, String use) {
        try {
            session.execute(use);
            return false;
        } catch (StatementFailure e) {
            if (!e.meansMissingObject()) {
                throw e;
            }
            return true;
        }
    }

    private static String required(String name, Variables variables) {
        return variables
                .value(name)
                .orElseThrow(() -> new DeployException(
                        ExitCode.USAGE, "variable '" + name + "' has no value; give --var " + name + "=NAME"));
    }
}
