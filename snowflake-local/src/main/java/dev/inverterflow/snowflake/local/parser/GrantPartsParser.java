package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.GrantTarget;
import dev.inverterflow.snowflake.local.ast.GrantTarget.Which;
import dev.inverterflow.snowflake.local.ast.Grantee;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;

/**
 * What GRANT and REVOKE are made of.
 *
 * <p>Source: docs.snowflake.com/en/user-guide/security-access-control-privileges.
 */
final class GrantPartsParser {
    private static final PhraseTable PRIVILEGES = new PhraseTable(
            "ALL",
            "APPLYBUDGET",
            "AUDIT",
            "CREATE ALERT",
            "CREATE DATABASE",
            "CREATE DATABASE ROLE",
            "CREATE FILE FORMAT",
            "CREATE FUNCTION",
            "CREATE INTEGRATION",
            "CREATE PIPE",
            "CREATE PROCEDURE",
            "CREATE ROLE",
            "CREATE SCHEMA",
            "CREATE SEQUENCE",
            "CREATE STAGE",
            "CREATE STREAM",
            "CREATE TABLE",
            "CREATE TASK",
            "CREATE TEMPORARY TABLE",
            "CREATE USER",
            "CREATE VIEW",
            "CREATE WAREHOUSE",
            "DELETE",
            "EXECUTE ALERT",
            "EXECUTE MANAGED ALERT",
            "EXECUTE MANAGED TASK",
            "EXECUTE TASK",
            "IMPORTED PRIVILEGES",
            "INSERT",
            "MANAGE GRANTS",
            "MANAGE WAREHOUSES",
            "MODIFY",
            "MODIFY LOG LEVEL",
            "MODIFY SESSION LOG LEVEL",
            "MODIFY TRACE LEVEL",
            "MONITOR",
            "MONITOR EXECUTION",
            "MONITOR USAGE",
            "OPERATE",
            "OWNERSHIP",
            "READ",
            "REBUILD",
            "REFERENCES",
            "REFERENCE_USAGE",
            "SELECT",
            "TRUNCATE",
            "UPDATE",
            "USAGE",
            "USE_ANY_ROLE",
            "WRITE");

    /** Privileges on what the stand-in has not, by their first words. */
    private static final PhraseTable OTHERS = new PhraseTable(
            "ADD SEARCH OPTIMIZATION",
            "APPLY",
            "ATTACH",
            "BIND SERVICE ENDPOINT",
            "CANCEL QUERY",
            "CREATE CREDENTIAL",
            "CREATE DATA EXCHANGE LISTING",
            "FAILOVER",
            "IMPORT",
            "MANAGE",
            "OVERRIDE SHARE RESTRICTIONS",
            "PURCHASE DATA EXCHANGE LISTING",
            "REPLICATE",
            "RESOLVE",
            "SUPPORT");

    private final Grammar grammar;
    private final Tokens tokens;
    private final ObjectTargetParser objects;

    GrantPartsParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.objects = new ObjectTargetParser(grammar);
    }

    /** Whether a role is granted, not a privilege. */
    boolean roleFollows() {
        return tokens.atWord("ROLE") || tokens.atWords("DATABASE", "ROLE") || tokens.atWords("APPLICATION", "ROLE");
    }

    /** {@code ROLE name}, {@code DATABASE ROLE name} or {@code APPLICATION ROLE name}. */
    Grantee role() {
        ObjectKind kind = roleKind();
        tokens.expect("ROLE");
        return new Grantee(kind, grammar.names().qualifiedName());
    }

    private ObjectKind roleKind() {
        if (tokens.accept("DATABASE")) {
            return ObjectKind.DATABASE_ROLE;
        }
        return tokens.accept("APPLICATION") ? ObjectKind.APPLICATION_ROLE : ObjectKind.ROLE;
    }

    /**
     * The role that gets or loses a role of an application; users get none
     * (docs.snowflake.com/en/sql-reference/sql/grant-application-role).
     */
    Grantee granteeOf(Grantee role) {
        if (role.kind() == ObjectKind.APPLICATION_ROLE && !tokens.atWord("APPLICATION") && !tokens.atWord("ROLE")) {
            throw tokens.unexpected();
        }
        return grantee();
    }

    /** {@code [ROLE] name}, {@code DATABASE ROLE name} or {@code USER name}. */
    Grantee grantee() {
        if (tokens.atWord("SHARE") || tokens.atWord("APPLICATION")) {
            throw tokens.notSupported("grants to a " + tokens.peek().text());
        }
        if (roleFollows()) {
            return role();
        }
        if (tokens.accept("USER")) {
            return new Grantee(ObjectKind.USER, QualifiedName.of(grammar.names().identifier()));
        }
        return new Grantee(ObjectKind.ROLE, QualifiedName.of(grammar.names().identifier()));
    }

    /** {@code privilege, …}. */
    List<String> privileges() {
        Token first = tokens.peek();
        List<String> privileges = tokens.commaSeparated(this::privilege);
        boolean mixed = privileges.contains("ALL") || privileges.contains("OWNERSHIP");
        if (mixed && privileges.size() > 1) {
            throw tokens.unexpected(first);
        }
        return privileges;
    }

    /** What follows ON. */
    GrantTarget target() {
        if (tokens.accept("ACCOUNT")) {
            return new GrantTarget.OnAccount();
        }
        if (tokens.accept("ALL")) {
            return many(Which.ALL);
        }
        if (tokens.accept("FUTURE")) {
            return many(Which.FUTURE);
        }
        return new GrantTarget.OnObject(objects.target(objects.kind("grants on a")));
    }

    private GrantTarget many(Which which) {
        ObjectKind kind = objects.plural("grants on");
        tokens.expect("IN");
        ObjectKind container = tokens.accept("DATABASE") ? ObjectKind.DATABASE : ObjectKind.SCHEMA;
        if (container == ObjectKind.SCHEMA) {
            tokens.expect("SCHEMA");
        }
        QualifiedName name = grammar.names().qualifiedName();
        return new GrantTarget.OnMany(which, kind, ObjectTarget.of(container, name));
    }

    private String privilege() {
        String privilege = PRIVILEGES.read(tokens).orElseThrow(this::noPrivilege);
        if (privilege.equals("ALL")) {
            tokens.accept("PRIVILEGES");
        }
        return privilege;
    }

    private SnowflakeException noPrivilege() {
        OtherKinds.CREATIONS.refuse(tokens, "the privilege ");
        OTHERS.refuse(tokens, "the privilege ");
        return tokens.unexpected();
    }
}
