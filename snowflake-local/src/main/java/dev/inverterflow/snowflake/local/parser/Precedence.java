package dev.inverterflow.snowflake.local.parser;

/** How tightly operators bind, loosest first. */
enum Precedence {
    OR,
    AND,
    NOT,
    /** Comparisons, LIKE, IN, BETWEEN, IS. */
    COMPARISON,
    CONCATENATION,
    ADDITION,
    MULTIPLICATION,
    SIGN,
    /** Casts, paths and subscripts. */
    POSTFIX;

    /** The next tighter one, for the right side of an operator that groups to the left. */
    Precedence tighter() {
        return values()[ordinal() + 1];
    }
}
