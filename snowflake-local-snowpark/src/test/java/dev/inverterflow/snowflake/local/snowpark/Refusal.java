package dev.inverterflow.snowflake.local.snowpark;

/** An SQL error as a client sees it. */
record Refusal(int code, String sqlState, String message) {}
