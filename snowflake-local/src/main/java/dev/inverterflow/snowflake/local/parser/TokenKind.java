package dev.inverterflow.snowflake.local.parser;

/** What a token is, before grammar gives it a meaning. */
enum TokenKind {
    /** Letters without quotes: a keyword or a name. */
    WORD,
    /** {@code "name"}. */
    QUOTED_NAME,
    /** {@code 'text'} or {@code $$text$$}. */
    STRING,
    NUMBER,
    /** {@code $1}. */
    POSITION,
    /** {@code $name}. */
    VARIABLE,
    /** {@code ?}. */
    BIND,
    /** {@code @stage/path}. */
    STAGE,
    /** {@code file:///path}, only in PUT and GET. */
    FILE_URL,
    SYMBOL,
    END
}
