package dev.inverterflow.snowflake.local.ast;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type as written; whether it exists is for the analysis to say.
 *
 * @param name upper case, words of compound names separated by one blank ({@code DOUBLE PRECISION})
 * @param parameters numbers in parentheses, such as precision and scale; empty if none
 */
public record TypeName(String name, List<Integer> parameters, Span span) {
    /** Copies the list. */
    public TypeName {
        parameters = List.copyOf(parameters);
    }

    @Override
    public String toString() {
        return parameters.isEmpty()
                ? name
                : parameters.stream().map(String::valueOf).collect(Collectors.joining(", ", name + "(", ")"));
    }
}
