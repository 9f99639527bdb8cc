package dev.inverterflow.snowflake.local.function.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Functions on words: INITCAP, SOUNDEX, STRTOK, EDITDISTANCE. */
final class Words {
    /** What ends a word to INITCAP (docs.snowflake.com/en/sql-reference/functions/initcap). */
    static final String DELIMITERS = " \t\n\f\r\u000b!?@\"^#$&~_,.:;+-*%/|\\[](){}<>";

    private static final String SOUNDEX_CODES = "01230120022455012623010202";

    private Words() {}

    static String capitals(String text, String delimiters) {
        var result = new StringBuilder(text.length());
        boolean wordBegins = true;
        for (char c : text.toCharArray()) {
            result.append(wordBegins ? Character.toUpperCase(c) : Character.toLowerCase(c));
            wordBegins = delimiters.indexOf(c) >= 0;
        }
        return result.toString();
    }

    /** The first letter and three digits for how the rest sounds. */
    static String soundex(String text) {
        // Other letters than those of ASCII have no code; ß would become two that have.
        var own = text.replaceAll("[^A-Za-z]", "");
        var letters = own.toUpperCase(Locale.ROOT);
        if (letters.isEmpty()) {
            return "";
        }
        // The first letter keeps its case.
        var code = new StringBuilder().append(own.charAt(0));
        char last = codeOf(letters.charAt(0));
        for (int i = 1; i < letters.length() && code.length() < 4; i++) {
            char c = letters.charAt(i);
            char digit = codeOf(c);
            if (digit != '0' && digit != last) {
                code.append(digit);
            }
            if (c != 'H' && c != 'W') {
                last = digit;
            }
        }
        return code.append("000").substring(0, 4);
    }

    private static char codeOf(char letter) {
        return SOUNDEX_CODES.charAt(letter - 'A');
    }

    static List<String> tokens(String text, String delimiters) {
        List<String> tokens = new ArrayList<>();
        var token = new StringBuilder();
        for (char c : text.toCharArray()) {
            if (delimiters.indexOf(c) < 0) {
                token.append(c);
            } else if (!token.isEmpty()) {
                tokens.add(token.toString());
                token.setLength(0);
            }
        }
        if (!token.isEmpty()) {
            tokens.add(token.toString());
        }
        return tokens;
    }

    static @Nullable String token(String text, String delimiters, long number) {
        var tokens = tokens(text, delimiters);
        return number < 1 || number > tokens.size() ? null : tokens.get((int) number - 1);
    }

    static String tokenArray(String text, String delimiters) {
        return JsonText.array(
                tokens(text, delimiters).stream().map(JsonText::quote).toList());
    }
}
