package dev.inverterflow.snowflake.local;

import java.util.Locale;
import java.util.Map;

/**
 * A kind of statement as a reader knows it.
 *
 * @param title its opening words
 * @param pattern a regular expression that finds it in the text of a test
 */
record StatementPhrase(String title, String pattern) {

    private static final Map<String, String> SPECIAL = Map.ofEntries(
            Map.entry("AlterSession", "ALTER SESSION"),
            Map.entry("Begin", "BEGIN"),
            Map.entry("CallProcedure", "CALL"),
            Map.entry("CopyIntoTable", "COPY INTO"),
            Map.entry("CopyIntoLocation", "COPY INTO @"),
            Map.entry("CreateIntegration", "CREATE STORAGE INTEGRATION"),
            Map.entry("Delete", "DELETE FROM"),
            Map.entry("DescribeResult", "DESCRIBE RESULT"),
            Map.entry("ExecuteImmediate", "EXECUTE IMMEDIATE"),
            Map.entry("ExecuteTask", "EXECUTE TASK"),
            Map.entry("ExecuteAlert", "EXECUTE ALERT"),
            Map.entry("Explain", "EXPLAIN"),
            Map.entry("ExplainLocal", "EXPLAIN LOCAL"),
            Map.entry("Get", "GET @"),
            Map.entry("GrantRole", "GRANT ROLE"),
            Map.entry("Insert", "INSERT INTO"),
            Map.entry("ListFiles", "LIST @"),
            Map.entry("Merge", "MERGE INTO"),
            Map.entry("MultiTableInsert", "INSERT ALL"),
            Map.entry("Put", "PUT"),
            Map.entry("QueryStatement", "SELECT"),
            Map.entry("RemoveFiles", "REMOVE @"),
            Map.entry("RevokeRole", "REVOKE ROLE"),
            Map.entry("SetVariables", "SET"),
            Map.entry("ShowGrants", "SHOW GRANTS"),
            Map.entry("Truncate", "TRUNCATE TABLE"),
            Map.entry("UnsetVariables", "UNSET"));

    static StatementPhrase of(String key) {
        String title = SPECIAL.getOrDefault(key, words(key));
        String pattern = title.startsWith("CREATE ") || title.startsWith("DESCRIBE ") || title.startsWith("COMMENT ")
                ? loose(title)
                : TestLinks.literal(title);
        return new StatementPhrase(title, "\\b" + pattern);
    }

    /** {@code CreateFileFormat} as CREATE FILE FORMAT, {@code Comment TABLE} as COMMENT ON TABLE. */
    private static String words(String key) {
        int blank = key.indexOf(' ');
        String first = blank < 0 ? key : key.substring(0, blank);
        String verb = first.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toUpperCase(Locale.ROOT);
        String kind = blank < 0 ? "" : " " + key.substring(blank + 1).replace('_', ' ');
        return (verb.equals("COMMENT") ? "COMMENT ON" : verb) + kind;
    }

    private static String loose(String title) {
        String rest = title.substring(title.indexOf(' ') + 1).replace(" ", "\\s+");
        if (title.startsWith("CREATE ")) {
            return "create\\s+(or\\s+replace\\s+)?(secure\\s+|temporary\\s+|transient\\s+)?" + rest;
        }
        return title.startsWith("DESCRIBE ") ? "desc(ribe)?\\s+" + rest : "comment\\s+" + rest;
    }
}
