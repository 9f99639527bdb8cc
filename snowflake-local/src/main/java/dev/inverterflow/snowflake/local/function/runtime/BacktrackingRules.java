package dev.inverterflow.snowflake.local.function.runtime;

import dev.inverterflow.snowflake.local.error.Errors;

/**
 * Refuses what Java's regular expressions have and Snowflake's, which never go back, have not: a look ahead or behind, atomic
 * groups, possessive repetition and references to groups
 * (docs.snowflake.com/en/sql-reference/functions-regexp, "General usage notes").
 */
final class BacktrackingRules {
    private final String pattern;

    private BacktrackingRules(String pattern) {
        this.pattern = pattern;
    }

    /** @throws dev.inverterflow.snowflake.local.error.SnowflakeException 100048 */
    static void check(String pattern) {
        if (pattern.indexOf('(') >= 0
                || pattern.indexOf('\\') >= 0
                || pattern.indexOf('+') >= 0
                || pattern.indexOf('?') >= 0) {
            new BacktrackingRules(pattern).check();
        }
    }

    private void check() {
        boolean inBrackets = false;
        boolean repeated = false;
        for (int at = 0; at < pattern.length(); at++) {
            char sign = pattern.charAt(at);
            if (sign == '\\') {
                checkEscape(at, inBrackets);
                at++;
            } else if (inBrackets) {
                inBrackets = sign != ']';
            } else if (sign == '[') {
                inBrackets = true;
            } else if (sign == '(') {
                checkGroup(at);
            } else if (sign == '?' && repeated) {
                throw Errors.notSupported("non-greedy repetition, which Snowflake does not know, in '" + pattern + "'");
            } else if (sign == '+' && repeated) {
                throw refused("invalid nested repetition operator: " + pattern.substring(at - 1, at + 1));
            }
            repeated = !inBrackets && (sign == '*' || sign == '+' || sign == '?' || sign == '}') && !isOpening(at);
        }
    }

    /** The question mark behind an opening parenthesis repeats nothing. */
    private boolean isOpening(int at) {
        return at > 0 && pattern.charAt(at - 1) == '(';
    }

    private void checkEscape(int at, boolean inBrackets) {
        char escaped = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
        if (!inBrackets && (escaped >= '1' && escaped <= '9' || escaped == 'k')) {
            throw refused("invalid escape sequence: \\" + escaped);
        }
    }

    private void checkGroup(int at) {
        if (pattern.startsWith("(?=", at)
                || pattern.startsWith("(?!", at)
                || pattern.startsWith("(?<", at)
                || pattern.startsWith("(?>", at)) {
            throw refused("no argument for repetition operator: ?");
        }
    }

    private RuntimeException refused(String reason) {
        return ValueErrors.invalidRegularExpression(pattern, reason);
    }
}
