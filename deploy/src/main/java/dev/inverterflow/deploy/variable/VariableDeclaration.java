package dev.inverterflow.deploy.variable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code sql/variables.json}.
 *
 * @param name how scripts name it: {@code &{name}}
 * @param fallback the value when nobody gives one; null makes the variable required wherever a script uses it
 * @param remedy what to do when it has no value
 */
public record VariableDeclaration(
        String name, VariableKind kind, @Nullable String fallback, String remedy) {
    Optional<String> defaultValue() {
        return Optional.ofNullable(fallback);
    }
}
