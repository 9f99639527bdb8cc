package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Statement;

/** Reads one kind of statement, from its first word on. */
interface StatementParser {
    Statement parse();
}
