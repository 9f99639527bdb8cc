package dev.inverterflow.snowflake.local.refusal;

import java.util.regex.Pattern;

/** What only the engine under the stand-in says; a client must never read it. */
final class EngineWords {
    static final Pattern PATTERN = Pattern.compile(
            "(?i)duckdb|LINE \\d+:|\\b(Binder|Catalog|Parser|Conversion|Constraint|Invalid Input|Out of Range|Not implemented"
                    + "|TransactionContext|Transaction|Dependency|INTERNAL|Syntax|Permission|Missing Extension|IO"
                    + "|Serialization|Sequence|Interrupt|Invalid Type|Mismatch Type|Expression|Executor|Fatal|Object Size"
                    + "|Out of Memory|Parameter Not Allowed|Parameter Not Resolved|Settings|Stack Overflow)"
                    + " Error\\b(?! in)|Candidate (bindings|functions|entries)|Did you mean|explicit type casts"
                    + "|DECIMAL\\(\\d+,\\d+\\)|java\\.|Exception");

    private EngineWords() {}
}
