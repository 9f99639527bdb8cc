package dev.inverterflow.snowflake.local.parser;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A closed list of phrases of one or more keywords, of which a statement names one. */
final class PhraseTable {
    private final List<String[]> phrases;

    PhraseTable(Collection<String> phrases) {
        // Longest first: DATABASE ROLE must not be read as DATABASE.
        this.phrases = phrases.stream()
                .map(phrase -> phrase.split(" "))
                .sorted(Comparator.comparingInt((String[] words) -> words.length)
                        .reversed())
                .toList();
    }

    PhraseTable(String... phrases) {
        this(Arrays.asList(phrases));
    }

    /** Reads the phrase that comes next, if any does. */
    Optional<String> read(Tokens tokens) {
        for (String[] words : phrases) {
            if (tokens.accept(words)) {
                return Optional.of(String.join(" ", words));
            }
        }
        return Optional.empty();
    }

    /** Whether one of the phrases comes next. */
    boolean follows(Tokens tokens) {
        return phrases.stream().anyMatch(tokens::atWords);
    }

    /** Fails with "not supported" if one of the phrases comes next. */
    void refuse(Tokens tokens, String prefix) {
        for (String[] words : phrases) {
            if (tokens.atWords(words)) {
                throw tokens.notSupported(prefix + String.join(" ", words));
            }
        }
    }
}
