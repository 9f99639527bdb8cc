package dev.inverterflow.deploy.script;

import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.script.StatementWords.Word;
import java.util.List;
import java.util.Optional;

/**
 * What a statement does to one object of the schema.
 *
 * @param text the statement
 */
public record Declaration(Verb verb, ObjectKey key, String text) {
    /** The stage that it reads first, as the statement names it in upper case, without its path; empty if it reads none. */
    public Optional<String> stageRead() {
        List<Word> words = StatementWords.of(text);
        int at = words.indexOf(new Word("@", false));
        if (at < 0) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        for (Word word : words.subList(at + 1, words.size())) {
            boolean dot = word.text().equals(".");
            boolean expectsName = name.isEmpty() || name.charAt(name.length() - 1) == '.';
            if (dot == expectsName) {
                break;
            }
            name.append(word.name());
        }
        return name.isEmpty() ? Optional.empty() : Optional.of(name.toString());
    }

    /** What is done. */
    public enum Verb {
        /** Made unless it is there: IF NOT EXISTS, or plain CREATE. */
        CREATE,
        /** Made anew, what was there is dropped: OR REPLACE. */
        REPLACE,
        /** Made or brought to this form: OR ALTER. */
        CREATE_OR_ALTER,
        ALTER,
        DROP,
        TRUNCATE,
        DELETE
    }
}
