package dev.inverterflow.client.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** Finds the setting that a name in a file was probably meant to be. Names that resemble none belong to somebody else. */
final class Lookalike {
    private static final int MOST_EDITS = 2;

    private Lookalike() {}

    static Optional<Setting> of(String name) {
        if (Setting.named(name).isPresent()) {
            return Optional.empty();
        }
        return Arrays.stream(Setting.values())
                .filter(setting -> edits(name, setting.name()) <= MOST_EDITS || sharesWords(name, setting.name()))
                .min(Comparator.comparingInt(setting -> edits(name, setting.name())));
    }

    /** S3_PREFIX or S3_BUCKET_NAME: all words of the shorter name, and at least two. AWS has such names of its own. */
    private static boolean sharesWords(String name, String setting) {
        Set<String> words = Set.copyOf(Arrays.asList(name.split("_")));
        Set<String> wanted = Set.copyOf(Arrays.asList(setting.split("_")));
        return !name.startsWith("AWS_")
                && Math.min(words.size(), wanted.size()) >= 2
                && (words.containsAll(wanted) || wanted.containsAll(words));
    }

    /** Levenshtein distance. */
    private static int edits(String left, String right) {
        int[] row = new int[right.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int substituted = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}
