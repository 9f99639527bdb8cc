package dev.inverterflow.deploy.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement as words, without its comments: names and keywords, strings whole, every other sign by itself. */
final class StatementWords {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<skip>\\s+|--[^\\n]*|//[^\\n]*|/\\*.*?\\*/)"
                    + "|(?<quoted>\"(?:[^\"]|\"\")*\")"
                    + "|(?<string>'(?:[^'\\\\]|''|\\\\.)*'|\\$\\$.*?\\$\\$)"
                    + "|(?<word>[A-Za-z_0-9][A-Za-z_0-9$]*)"
                    + "|(?<sign>.)",
            Pattern.DOTALL);

    /** One word. */
    record Word(String text, boolean quoted) {
        /** As Snowflake stores the name: upper case, or what stands in the quotes. */
        String name() {
            return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text.toUpperCase(Locale.ROOT);
        }
    }

    private StatementWords() {}

    static List<Word> of(String statement) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(statement);
        while (matcher.find()) {
            if (matcher.group("skip") == null) {
                words.add(new Word(matcher.group(), matcher.group("quoted") != null));
            }
        }
        return words;
    }
}
