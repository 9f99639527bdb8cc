package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The closed set of property names of one kind of object, as data. A name outside is refused; so is one that
 * Snowflake has and the stand-in has not, in other words.
 */
final class PropertySet {
    /** How Snowflake names an unknown property. */
    enum Wording {
        /** {@code invalid property 'X' for 'TASK'}. */
        PROPERTY,
        /** {@code invalid parameter 'X'}. */
        PARAMETER
    }

    private static final String ANY = "*";

    private final String owner;
    private final Wording wording;
    private final Set<String> names;
    private final Set<String> unsupported;
    private final Map<String, PropertySet> groups;
    private final Set<String> withoutEffect;

    private PropertySet(
            String owner,
            Wording wording,
            Set<String> names,
            Set<String> unsupported,
            Map<String, PropertySet> groups,
            Set<String> withoutEffect) {
        this.owner = owner;
        this.wording = wording;
        this.names = names;
        this.unsupported = unsupported;
        this.groups = groups;
        this.withoutEffect = withoutEffect;
    }

    /** A set of names, separated by blanks. */
    static PropertySet of(String owner, Wording wording, String names) {
        return new PropertySet(owner, wording, words(names), Set.of(), Map.of(), Set.of());
    }

    /** A set of which any name is one: those of columns. */
    static PropertySet open(String owner) {
        return of(owner, Wording.PARAMETER, ANY);
    }

    /** Properties of an object of this kind. */
    static PropertySet of(String owner, String names) {
        return of(owner, Wording.PROPERTY, names);
    }

    /** The set with names that Snowflake has and the stand-in has not. */
    PropertySet refusing(String names) {
        return new PropertySet(owner, wording, this.names, words(names), groups, withoutEffect);
    }

    /** The set with one more name, whose value is properties in parentheses. */
    PropertySet with(String name, PropertySet group) {
        Map<String, PropertySet> more = new HashMap<>(groups);
        more.put(name, group);
        return new PropertySet(owner, wording, names, unsupported, Map.copyOf(more), withoutEffect);
    }

    /** The set under another owner's name. */
    PropertySet ownedBy(String newOwner) {
        return new PropertySet(newOwner, wording, names, unsupported, groups, withoutEffect);
    }

    /** The set with the names of another one. */
    PropertySet plus(PropertySet other) {
        Set<String> more = new HashSet<>(names);
        more.addAll(other.names);
        return new PropertySet(owner, wording, Set.copyOf(more), unsupported, groups, withoutEffect);
    }

    /** The set in which these names are taken, kept and shown, and change nothing here: rows of the reference page. */
    PropertySet withoutEffect(String without) {
        return new PropertySet(owner, wording, names, unsupported, groups, words(without));
    }

    /** The names it takes, sorted. */
    List<String> supported() {
        return Stream.concat(names.stream(), groups.keySet().stream()).sorted().toList();
    }

    /** Those of them that change nothing here, sorted. */
    List<String> withoutEffect() {
        return withoutEffect.stream().sorted().toList();
    }

    /** The names that Snowflake has and the stand-in refuses, sorted. */
    List<String> refused() {
        return unsupported.stream().sorted().toList();
    }

    /** Whether it has the name, refused or not. */
    boolean knows(String name) {
        return names.contains(name) || groups.containsKey(name) || unsupported.contains(name);
    }

    /** The set of the properties inside the value of this one; null if its value is no group. */
    @Nullable
    PropertySet group(String name) {
        return groups.get(name);
    }

    /** Fails unless the set has the name and the stand-in can do something with it. */
    void check(Token name) {
        String text = name.text();
        if (unsupported.contains(text)) {
            throw Errors.notSupported("%s of %s".formatted(text, owner), name.line(), name.column());
        }
        if (!names.contains(text) && !groups.containsKey(text) && !names.contains(ANY)) {
            throw unknown(text);
        }
    }

    private SnowflakeException unknown(String name) {
        return wording == Wording.PROPERTY ? Errors.invalidProperty(name, owner) : Errors.invalidParameter(name);
    }

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+"));
    }
}
