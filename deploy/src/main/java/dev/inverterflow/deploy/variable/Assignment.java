package dev.inverterflow.deploy.variable;

import dev.inverterflow.deploy.outcome.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * A value somebody gave to a variable.
 *
 * @param origin who gave it, for messages: {@code --var} or the file's name
 */
public record Assignment(String name, String value, String origin) {
    /** Reads the values of {@code --var name=value}. */
    public static List<Assignment> fromOptions(List<String> options, Problems problems) {
        List<Assignment> assignments = new ArrayList<>();
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals < 1) {
                problems.add("--var " + option + ": expected name=value");
            } else {
                assignments.add(new Assignment(option.substring(0, equals), option.substring(equals + 1), "--var"));
            }
        }
        return assignments;
    }
}
