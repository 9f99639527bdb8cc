package dev.inverterflow.deploy.inventory;

import dev.inverterflow.deploy.object.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * What has become of an object since the last apply, by somebody else's hand.
 *
 * @param change what happened to it
 * @param lines the properties that differ, {@code -} as recorded and {@code +} as they are
 */
public record Drift(ObjectKey key, Change change, List<String> lines) {
    /** What happened. */
    public enum Change {
        CHANGED("changed"),
        GONE("gone"),
        ADDED("added");

        private final String word;

        Change(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /** Compares the two; equal objects are left out. */
    public static List<Drift> between(Inventory recorded, Inventory now) {
        List<Drift> drifts = new ArrayList<>();
        for (ObjectState before : recorded.all()) {
            now.find(before.key())
                    .ifPresentOrElse(
                            after -> changed(before, after, drifts),
                            () -> drifts.add(new Drift(before.key(), Change.GONE, List.of())));
        }
        for (ObjectState after : now.all()) {
            if (!recorded.has(after.key())) {
                drifts.add(new Drift(after.key(), Change.ADDED, List.of("+ owner: " + after.owner())));
            }
        }
        return drifts;
    }

    private static void changed(ObjectState before, ObjectState after, List<Drift> drifts) {
        List<String> lines = new ArrayList<>();
        compare("owner", before.owner(), after.owner(), lines);
        TreeSet<String> properties = new TreeSet<>(before.definition().keySet());
        properties.addAll(after.definition().keySet());
        for (String property : properties) {
            compare(property, text(before.definition(), property), text(after.definition(), property), lines);
        }
        if (!lines.isEmpty()) {
            drifts.add(new Drift(before.key(), Change.CHANGED, lines));
        }
    }

    private static void compare(String property, String before, String after, List<String> lines) {
        if (before.equals(after)) {
            return;
        }
        if (!before.isEmpty()) {
            lines.add("- " + property + ": " + before);
        }
        if (!after.isEmpty()) {
            lines.add("+ " + property + ": " + after);
        }
    }

    private static String text(Map<String, String> definition, String property) {
        return definition.getOrDefault(property, "");
    }
}
