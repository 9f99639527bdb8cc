package dev.inverterflow.deploy.script;

import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Cuts a script at its semicolons. A semicolon inside {@code '…'}, {@code "…"}, {@code $$…$$} or a comment
 * ({@code --}, {@code //}, {@code /* *}{@code /}) is no end.
 *
 * <p>A scripting block that stands bare (BEGIN … END without {@code $$}) is refused: SnowSQL would cut it at its inner
 * semicolons, and so would we.
 */
final class StatementSplitter {
    private static final Set<String> AFTER_BEGIN = Set.of("TRANSACTION", "WORK", "NAME");
    private static final int NOTHING_YET = -1;

    private final String path;
    private final String text;
    private final List<SqlStatement> statements = new ArrayList<>();
    private int position;
    private int start = NOTHING_YET;
    private int end;
    private List<String> leadingWords = new ArrayList<>();
    private String lastWord = "";

    private StatementSplitter(String path, String text) {
        this.path = path;
        this.text = text;
    }

    static List<SqlStatement> split(String path, String text) {
        return new StatementSplitter(path, text).split();
    }

    private List<SqlStatement> split() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (Character.isWhitespace(c) || c == '\uFEFF') {
                position++;
            } else if (at("--") || at("//")) {
                skipPast("\n", position + 2, false, "");
            } else if (at("/*")) {
                skipPast("*/", position + 2, true, "comment /*");
            } else if (c == ';') {
                finishStatement();
                position++;
            } else {
                token(c);
            }
        }
        finishStatement();
        return statements;
    }

    private void token(char c) {
        if (start == NOTHING_YET) {
            start = position;
        }
        if (c == '\'') {
            skipString();
            lastWord = "";
        } else if (c == '"') {
            skipPast("\"", position + 1, true, "quoted name");
            lastWord = "";
        } else if (at("$$")) {
            skipPast("$$", position + 2, true, "$$ body");
            lastWord = "";
        } else if (Character.isJavaIdentifierStart(c)) {
            word();
        } else if (at("://")) {
            // Of an address such as file:///tmp/x, which PUT takes without quotes.
            position += 3;
            lastWord = "";
        } else {
            position++;
            lastWord = "";
        }
        end = position;
    }

    private void skipString() {
        int opened = position;
        position++;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\\') {
                position += 2;
            } else if (c == '\'') {
                // A doubled quote closes this string and opens the next at once, which comes to the same.
                position++;
                return;
            } else {
                position++;
            }
        }
        throw unclosed("string", opened);
    }

    private void skipPast(String closing, int from, boolean mustClose, String what) {
        int found = text.indexOf(closing, from);
        if (found < 0 && mustClose) {
            throw unclosed(what, position);
        }
        position = found < 0 ? text.length() : found + closing.length();
    }

    private void word() {
        int from = position;
        while (position < text.length() && Character.isJavaIdentifierPart(text.charAt(position)) && !at("$$")) {
            position++;
        }
        String word = text.substring(from, position).toUpperCase(Locale.ROOT);
        boolean block = word.equals("BEGIN") || word.equals("DECLARE");
        // AS of a procedure or task, THEN of an alert.
        if (block && (lastWord.equals("AS") || lastWord.equals("THEN"))) {
            throw bareBlock(from);
        }
        if (leadingWords.size() < 2) {
            leadingWords.add(word);
        }
        lastWord = word;
    }

    private void finishStatement() {
        if (start != NOTHING_YET) {
            refuseBareBlock();
            statements.add(new SqlStatement(text.substring(start, end), lineOf(start)));
        }
        start = NOTHING_YET;
        leadingWords = new ArrayList<>();
        lastWord = "";
    }

    private void refuseBareBlock() {
        if (leadingWords.isEmpty() || !Character.isJavaIdentifierStart(text.charAt(start))) {
            return;
        }
        String first = leadingWords.get(0);
        boolean beginsBlock =
                first.equals("BEGIN") && leadingWords.size() > 1 && !AFTER_BEGIN.contains(leadingWords.get(1));
        if (beginsBlock || first.equals("DECLARE")) {
            throw bareBlock(start);
        }
    }

    private boolean at(String what) {
        return text.startsWith(what, position);
    }

    private int lineOf(int offset) {
        return 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }

    private DeployException unclosed(String what, int opened) {
        return new DeployException(
                ExitCode.USAGE, path + ":" + lineOf(opened) + ": the " + what + " that begins here is never closed");
    }

    private DeployException bareBlock(int offset) {
        return new DeployException(
                ExitCode.USAGE,
                path + ":" + lineOf(offset)
                        + ": a bare scripting block would be cut at its inner semicolons; put it between $$ and $$");
    }
}
