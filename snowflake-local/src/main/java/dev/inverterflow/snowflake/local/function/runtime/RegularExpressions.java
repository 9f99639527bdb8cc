package dev.inverterflow.snowflake.local.function.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Snowflake's regular expression functions on Java's engine. Parameters: c and i for case, m for multi-line, s so that a
 * dot matches line ends, e for sub-matches (docs.snowflake.com/en/sql-reference/functions-regexp).
 */
final class RegularExpressions {
    /** What an empty pattern matches. */
    private static final Pattern NOTHING = Pattern.compile("(?!)");

    private RegularExpressions() {}

    private static Pattern compile(String pattern, String parameters) {
        int flags = 0;
        for (char parameter : parameters.toCharArray()) {
            switch (parameter) {
                case 'c' -> flags &= ~(Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
                case 'i' -> flags |= Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'm' -> flags |= Pattern.MULTILINE;
                case 's' -> flags |= Pattern.DOTALL;
                case 'e' -> {}
                default -> throw ValueErrors.invalidRegularExpression(pattern, "invalid parameter '" + parameter + "'");
            }
        }
        BacktrackingRules.check(pattern);
        if (pattern.isEmpty()) {
            return NOTHING;
        }
        try {
            return Pattern.compile(PosixPattern.toJava(pattern), flags);
        } catch (PatternSyntaxException e) {
            throw ValueErrors.invalidRegularExpression(pattern, e.getDescription());
        }
    }

    /** Whether the whole subject matches. */
    static boolean like(String subject, String pattern, String parameters) {
        if (pattern.isEmpty()) {
            return subject.isEmpty();
        }
        return compile(pattern, parameters).matcher(new MeteredText(subject)).matches();
    }

    /**
     * The n-th match, or a group of it.
     *
     * @param group the group's number; -1 for what the parameter e makes of it: the first group, else the whole
     * @return null if there is no such match
     */
    static @Nullable String substring(
            String subject, String pattern, long position, long occurrence, String parameters, long group) {
        var matcher = compile(pattern, parameters).matcher(new MeteredText(subject));
        if (!find(matcher, subject, position, occurrence)) {
            return null;
        }
        int wanted = group >= 0 ? (int) group : parameters.indexOf('e') >= 0 ? 1 : 0;
        return wanted > matcher.groupCount() ? (wanted == 1 ? matcher.group() : null) : matcher.group(wanted);
    }

    /**
     * All matches from the n-th on, or a group of each, as an array.
     *
     * @param group as for {@link #substring}
     * @return null if the pattern has no such group
     */
    static @Nullable String substrings(
            String subject, String pattern, long position, long occurrence, String parameters, long group) {
        var matcher = compile(pattern, parameters).matcher(new MeteredText(subject));
        int wanted = group >= 0 ? (int) group : parameters.indexOf('e') >= 0 ? 1 : 0;
        if (group < 0 && wanted > matcher.groupCount()) {
            wanted = 0;
        }
        if (wanted > matcher.groupCount()) {
            return null;
        }
        List<@Nullable String> found = new ArrayList<>();
        boolean more = find(matcher, subject, position, occurrence);
        while (more) {
            var text = matcher.group(wanted);
            found.add(text == null ? null : JsonText.quote(text));
            more = matcher.find();
        }
        return JsonText.array(found);
    }

    /** The 1-based place of the n-th match, or of the character behind it; 0 if there is none. */
    static long place(
            String subject, String pattern, long position, long occurrence, boolean behind, String parameters) {
        var matcher = compile(pattern, parameters).matcher(new MeteredText(subject));
        if (!find(matcher, subject, position, occurrence)) {
            return 0;
        }
        return (behind ? matcher.end() : matcher.start()) + 1L;
    }

    static long count(String subject, String pattern, long position, String parameters) {
        var matcher = compile(pattern, parameters).matcher(new MeteredText(subject));
        if (position - 1 > subject.length()) {
            return 0;
        }
        matcher.region((int) position - 1, subject.length());
        return matcher.results().count();
    }

    /**
     * The subject with one match or, for occurrence 0, all matches replaced. {@code \\1} in the replacement is a group.
     */
    static String replace(
            String subject, String pattern, String replacement, long position, long occurrence, String parameters) {
        if (position - 1 > subject.length()) {
            return subject;
        }
        var matcher = compile(pattern, parameters).matcher(new MeteredText(subject));
        matcher.region((int) position - 1, subject.length());
        var result = new StringBuilder();
        long seen = 0;
        int copied = 0;
        while (matcher.find()) {
            seen++;
            if (occurrence == 0 || occurrence == seen) {
                result.append(subject, copied, matcher.start()).append(expand(replacement, matcher));
                copied = matcher.end();
                if (result.length() > TextBounds.LONGEST) {
                    throw TextBounds.tooLong(subject);
                }
            }
        }
        return result.append(subject, copied, subject.length()).toString();
    }

    private static boolean find(Matcher matcher, String subject, long position, long occurrence) {
        if (position < 1 || position - 1 > subject.length()) {
            return false;
        }
        matcher.region((int) position - 1, subject.length());
        for (long seen = 0; seen < occurrence; seen++) {
            if (!matcher.find()) {
                return false;
            }
        }
        return true;
    }

    private static String expand(String replacement, Matcher matcher) {
        var result = new StringBuilder();
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            if (c != '\\' || i + 1 == replacement.length()) {
                result.append(c);
                continue;
            }
            i++;
            char next = replacement.charAt(i);
            int group = next - '0';
            if (!Character.isDigit(next)) {
                result.append(next);
            } else if (group <= matcher.groupCount() && matcher.group(group) != null) {
                result.append(matcher.group(group));
            }
        }
        return result.toString();
    }
}
