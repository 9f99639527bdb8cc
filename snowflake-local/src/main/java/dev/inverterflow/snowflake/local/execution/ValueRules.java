package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which values the properties of one kind of object take; a property without a rule takes any. Immutable. */
public final class ValueRules {
    private static final String UNSET = "NULL";

    private final Map<String, Predicate<String>> rules;

    private ValueRules(Map<String, Predicate<String>> rules) {
        this.rules = rules;
    }

    /** No rule yet. */
    public static ValueRules none() {
        return new ValueRules(Map.of());
    }

    /** TRUE or FALSE. */
    public ValueRules flags(String... names) {
        return oneOf("TRUE FALSE", names);
    }

    /** A whole number between two bounds, both of which it may be. */
    public ValueRules number(long least, long most, String... names) {
        return with(
                text -> text.matches("\\d{1,18}") && Long.parseLong(text) >= least && Long.parseLong(text) <= most,
                names);
    }

    /**
     * One of some words, in any case.
     *
     * @param words in upper case, separated by blanks
     */
    public ValueRules oneOf(String words, String... names) {
        Set<String> all = Arrays.stream(words.split(" ")).collect(Collectors.toUnmodifiableSet());
        return with(text -> all.contains(text.toUpperCase(Locale.ROOT)), names);
    }

    private ValueRules with(Predicate<String> rule, String... names) {
        Map<String, Predicate<String>> more = new LinkedHashMap<>(rules);
        Arrays.stream(names).forEach(name -> more.put(name, rule));
        return new ValueRules(more);
    }

    /**
     * Checks properties by upper-case name; NULL, which takes a value back, fits everywhere.
     *
     * @throws SnowflakeException 001008 with the first value that does not fit
     */
    public void check(Map<String, String> properties) {
        rules.forEach((name, rule) -> {
            String text = properties.get(name);
            if (text != null && !text.equalsIgnoreCase(UNSET) && !rule.test(text)) {
                throw Errors.invalidValue(text, name);
            }
        });
    }
}
