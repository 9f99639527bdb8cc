package dev.inverterflow.deploy.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The argument types of a procedure, written one way: without names, defaults and precision. */
public final class Signature {
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("STRING", "VARCHAR"),
            Map.entry("TEXT", "VARCHAR"),
            Map.entry("CHAR", "VARCHAR"),
            Map.entry("INT", "NUMBER"),
            Map.entry("INTEGER", "NUMBER"),
            Map.entry("BIGINT", "NUMBER"),
            Map.entry("DECIMAL", "NUMBER"),
            Map.entry("NUMERIC", "NUMBER"),
            Map.entry("DOUBLE", "FLOAT"),
            Map.entry("REAL", "FLOAT"),
            Map.entry("DATETIME", "TIMESTAMP_NTZ"),
            Map.entry("TIMESTAMP", "TIMESTAMP_NTZ"));

    private Signature() {}

    /** Of a CREATE statement's list, as in {@code DAYS NUMBER(38, 0) DEFAULT 7}. */
    public static String ofDeclaration(String arguments) {
        return join(arguments, part -> {
            String[] words = part.split("\\s+", 3);
            return words.length < 2 ? "" : words[1];
        });
    }

    /** Of the column {@code arguments} of SHOW PROCEDURES, as in {@code RENDER(DEFAULT NUMBER) RETURN VARIANT}. */
    public static String ofListing(String arguments) {
        int open = arguments.indexOf('(');
        int close = arguments.lastIndexOf(") RETURN");
        String list = open < 0 || close < open ? "" : arguments.substring(open + 1, close);
        return join(list.replace("[", "").replace("]", ""), part -> part.replaceFirst("(?i)^DEFAULT\\s+", ""));
    }

    private interface TypeOf {
        String of(String part);
    }

    private static String join(String list, TypeOf typeOf) {
        return parts(list).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(typeOf::of)
                .map(Signature::plain)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Cuts at the commas outside of parentheses and quotes. */
    private static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (char c : list.toCharArray()) {
            quoted ^= c == '\'';
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0 && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static String plain(String type) {
        String upper = type.toUpperCase(Locale.ROOT).replaceAll("\\(.*", "").strip();
        return SYNONYMS.getOrDefault(upper, upper);
    }
}
