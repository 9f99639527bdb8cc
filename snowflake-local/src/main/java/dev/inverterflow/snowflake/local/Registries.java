package dev.inverterflow.snowflake.local;

import java.util.List;

/**
 * The names of what a server knows, as its registries hold them: rows of the reference page.
 *
 * @param statements kinds of statements, by class name and kind of object
 * @param informationViews views of INFORMATION_SCHEMA
 * @param historyFunctions table functions of INFORMATION_SCHEMA
 * @param usageViews views of SNOWFLAKE.ACCOUNT_USAGE
 * @param systemFunctions functions about the session and the account's objects
 */
record Registries(
        List<String> statements,
        List<String> informationViews,
        List<String> historyFunctions,
        List<String> usageViews,
        List<String> systemFunctions) {}
