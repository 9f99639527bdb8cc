package dev.inverterflow.deploy.variable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code sql/variables.json}.
 *
 * @param name how scripts name it: {@code &{name}}
 * @param fallback the value when nobody gives one; null makes the variable required wherever a script uses it
 */
public record VariableDeclaration(
        String name, VariableKind kind, @Nullable String fallback, String description) {
    Optional<String> defaultValue() {
        return Optional.ofNullable(fallback);
    }
}
