package dev.inverterflow.deploy.variable;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code sql/variables.json}.
 *
 * @param name how scripts name it: {@code &{name}}
 * @param range for the numeric kinds; unbounded for all others
 * @param fallback the value when nobody gives one; null makes the variable required wherever a script uses it
 * @param need whether a script may be left out when the variable has no value
 * @param description what it is for, for people
 * @param remedy what to do when it has no value
 */
public record VariableDeclaration(
        String name,
        VariableKind kind,
        Range range,
        @Nullable String fallback,
        Need need,
        String description,
        String remedy) {
    /** What follows from a missing value. */
    public enum Need {
        /** The scripts that use it cannot run. */
        REQUIRED,
        /** A bootstrap script that uses it is left out. */
        OPTIONAL
    }

    /** A variable that deploy itself fills. */
    public static VariableDeclaration filled(String name, VariableKind kind, Optional<String> value, String remedy) {
        return new VariableDeclaration(
                name, kind, Range.UNBOUNDED, value.orElse(null), Need.REQUIRED, "Filled by deploy.", remedy);
    }

    Optional<String> defaultValue() {
        return Optional.ofNullable(fallback);
    }

    boolean accepts(String value) {
        return kind.accepts(value) && (!kind.isNumeric() || range.contains(value));
    }

    /** What a value must be, for "must be …". */
    String rule() {
        return kind.description() + range.words();
    }
}
