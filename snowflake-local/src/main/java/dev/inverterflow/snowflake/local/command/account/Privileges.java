package dev.inverterflow.snowflake.local.command.account;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which privileges each kind of object has.
 *
 * @see <a href="https://docs.snowflake.com/en/user-guide/security-access-control-privileges">Access control privileges</a>
 */
final class Privileges {

    static final String ALL = "ALL";
    static final String OWNERSHIP = "OWNERSHIP";

    private static final List<String> ON_SCHEMA = List.of(
            "ADD SEARCH OPTIMIZATION",
            "CREATE ALERT",
            "CREATE FILE FORMAT",
            "CREATE FUNCTION",
            "CREATE PIPE",
            "CREATE PROCEDURE",
            "CREATE SEQUENCE",
            "CREATE STAGE",
            "CREATE STREAM",
            "CREATE TABLE",
            "CREATE TASK",
            "CREATE TEMPORARY TABLE",
            "CREATE VIEW",
            "MODIFY",
            "MONITOR",
            "USAGE");

    private static final Map<String, List<String>> BY_KIND = Map.ofEntries(
            Map.entry(
                    "ACCOUNT",
                    List.of(
                            "CREATE DATABASE",
                            "CREATE INTEGRATION",
                            "CREATE RESOURCE MONITOR",
                            "CREATE ROLE",
                            "CREATE USER",
                            "CREATE WAREHOUSE",
                            "EXECUTE ALERT",
                            "EXECUTE MANAGED ALERT",
                            "EXECUTE MANAGED TASK",
                            "EXECUTE TASK",
                            "IMPORT SHARE",
                            "MANAGE GRANTS",
                            "MANAGE WAREHOUSES",
                            "MODIFY LOG LEVEL",
                            "MODIFY SESSION LOG LEVEL",
                            "MONITOR EXECUTION",
                            "MONITOR USAGE")),
            Map.entry("ALERT", List.of("MONITOR", "OPERATE")),
            Map.entry(
                    "DATABASE",
                    List.of(
                            "CREATE DATABASE ROLE",
                            "CREATE SCHEMA",
                            "IMPORTED PRIVILEGES",
                            "MODIFY",
                            "MONITOR",
                            "USAGE")),
            Map.entry("FILE_FORMAT", List.of("USAGE")),
            Map.entry("FUNCTION", List.of("USAGE")),
            Map.entry("INTEGRATION", List.of("USAGE", "USE_ANY_ROLE")),
            Map.entry("PIPE", List.of("MONITOR", "OPERATE")),
            Map.entry("PROCEDURE", List.of("USAGE")),
            Map.entry("RESOURCE_MONITOR", List.of("MODIFY", "MONITOR")),
            Map.entry("ROLE", List.of()),
            Map.entry("SCHEMA", ON_SCHEMA),
            Map.entry("SEQUENCE", List.of("USAGE")),
            Map.entry("STAGE", List.of("READ", "USAGE", "WRITE")),
            Map.entry("STREAM", List.of("SELECT")),
            Map.entry(
                    "TABLE",
                    List.of(
                            "APPLYBUDGET",
                            "DELETE",
                            "EVOLVE SCHEMA",
                            "INSERT",
                            "REBUILD",
                            "REFERENCES",
                            "SELECT",
                            "TRUNCATE",
                            "UPDATE")),
            Map.entry("TASK", List.of("APPLYBUDGET", "MONITOR", "OPERATE")),
            Map.entry("USER", List.of("IMPERSONATE", "MONITOR")),
            Map.entry("VIEW", List.of("DELETE", "INSERT", "REFERENCES", "SELECT", "TRUNCATE", "UPDATE")),
            Map.entry("WAREHOUSE", List.of("APPLYBUDGET", "MODIFY", "MONITOR", "OPERATE", "USAGE")));

    private Privileges() {}

    /**
     * The privileges that a GRANT or REVOKE means.
     *
     * @param written as written, {@code ALL} for all that the kind has
     * @throws SnowflakeException 003008 if the kind of object does not have one of them
     */
    static List<String> meant(List<String> written, String kind) {
        List<String> known = BY_KIND.getOrDefault(kind, List.of());
        return written.stream()
                .flatMap(privilege -> {
                    if (privilege.equals(ALL)) {
                        return known.stream();
                    }
                    if (!privilege.equals(OWNERSHIP) && !known.contains(privilege)) {
                        throw new SnowflakeException(
                                3008,
                                "42501",
                                "SQL access control error:\nInvalid object type '%s' for privilege '%s'."
                                        .formatted(kind, privilege));
                    }
                    return Stream.of(privilege);
                })
                .toList();
    }
}
