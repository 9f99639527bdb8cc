package dev.inverterflow.snowflake.local.engine;

/**
 * Lays canonical JSON text out as Snowflake prints semi-structured values: two blanks for each level, one member per
 * line. Tokens are copied as they stand, so numbers keep all their digits.
 */
final class PrettyJson {

    private final String json;
    private final StringBuilder out;
    private int depth;

    private PrettyJson(String json) {
        this.json = json;
        this.out = new StringBuilder(json.length() * 2);
    }

    static String of(String json) {
        return json.startsWith("{") || json.startsWith("[") ? new PrettyJson(json).layOut() : json;
    }

    /** The way back: JSON text without blanks between its tokens. */
    static String compact(String pretty) {
        StringBuilder compact = new StringBuilder(pretty.length());
        boolean inString = false;
        for (int index = 0; index < pretty.length(); index++) {
            char character = pretty.charAt(index);
            if (inString && character == '\\') {
                compact.append(character).append(pretty.charAt(++index));
                continue;
            }
            inString ^= character == '"';
            if (inString || !Character.isWhitespace(character)) {
                compact.append(character);
            }
        }
        return compact.toString();
    }

    private String layOut() {
        int index = 0;
        while (index < json.length()) {
            char character = json.charAt(index);
            if (character == '"') {
                index = copyString(index);
            } else if (opensEmpty(index)) {
                out.append(character).append(json.charAt(index + 1));
                index += 2;
            } else {
                layOut(character);
                index++;
            }
        }
        return out.toString();
    }

    private void layOut(char character) {
        switch (character) {
            case '{', '[' -> {
                out.append(character);
                depth++;
                newLine();
            }
            case '}', ']' -> {
                depth--;
                newLine();
                out.append(character);
            }
            case ',' -> {
                out.append(character);
                newLine();
            }
            case ':' -> out.append(": ");
            default -> out.append(character);
        }
    }

    private boolean opensEmpty(int index) {
        return json.startsWith("{}", index) || json.startsWith("[]", index);
    }

    private int copyString(int start) {
        int end = start + 1;
        while (json.charAt(end) != '"') {
            end += json.charAt(end) == '\\' ? 2 : 1;
        }
        out.append(json, start, end + 1);
        return end + 1;
    }

    private void newLine() {
        out.append('\n').append("  ".repeat(depth));
    }
}
