package dev.inverterflow.deploy.object;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The kinds of objects that live in a schema and that scripts make. */
public enum ObjectKind {
    TABLE,
    VIEW,
    STAGE,
    STREAM,
    PIPE,
    TASK,
    ALERT,
    PROCEDURE,
    FUNCTION,
    SEQUENCE,
    FILE_FORMAT;

    /** As SQL writes it: {@code FILE FORMAT}. */
    public String words() {
        return name().replace('_', ' ');
    }

    /** For people: {@code file format}. */
    public String label() {
        return words().toLowerCase(Locale.ROOT);
    }

    /** Whether several may share a name, told apart by the types of their arguments. */
    public boolean isOverloaded() {
        return this == PROCEDURE || this == FUNCTION;
    }

    /** The kind that these words begin with, upper case. */
    public static Optional<ObjectKind> named(List<String> words) {
        return Arrays.stream(values())
                .filter(kind -> startsWith(words, List.of(kind.words().split(" ", -1))))
                .findFirst();
    }

    private static boolean startsWith(List<String> words, List<String> name) {
        return words.size() >= name.size() && words.subList(0, name.size()).equals(name);
    }
}
