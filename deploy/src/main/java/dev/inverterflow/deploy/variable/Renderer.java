package dev.inverterflow.deploy.variable;

import dev.inverterflow.deploy.outcome.Problems;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces {@code &{name}} by its value, everywhere in the text, as SnowSQL and {@code snow sql} do, so that all three
 * send the same statements. A value has no line break, so line numbers stay those of the file.
 */
public final class Renderer {
    private static final Pattern AMPERSAND = Pattern.compile("&(\\{([a-z][a-z0-9_]*)})?");

    private final Variables variables;
    private final Problems problems;
    /** Told once each, at the first place. */
    private final Set<String> missing = new HashSet<>();

    public Renderer(Variables variables, Problems problems) {
        this.variables = variables;
        this.problems = problems;
    }

    /**
     * Renders one file; an unknown or missing variable goes to the problems with its line.
     *
     * @param path the file's name, for messages
     */
    public String render(String path, String text) {
        StringBuilder rendered = new StringBuilder(text.length());
        Matcher matcher = AMPERSAND.matcher(text);
        while (matcher.find()) {
            String where = path + ":" + lineOf(text, matcher.start());
            matcher.appendReplacement(rendered, Matcher.quoteReplacement(replacement(matcher, where)));
        }
        return matcher.appendTail(rendered).toString();
    }

    /** The first variable of the text that is optional and has no value; the script is to be left out then. */
    public Optional<String> missingOptional(String text) {
        Matcher matcher = AMPERSAND.matcher(text);
        return matcher.results()
                .map(use -> String.valueOf(use.group(2)))
                .filter(name -> variables.value(name).isEmpty())
                .filter(name -> variables
                        .declaration(name)
                        .filter(declared -> declared.need() == VariableDeclaration.Need.OPTIONAL)
                        .isPresent())
                .findFirst();
    }

    private String replacement(Matcher matcher, String where) {
        String name = matcher.group(2);
        if (name == null) {
            problems.add(
                    where + ": a lone & would start a variable in SnowSQL; write &{name}, or CHR(38) for the sign");
            return matcher.group();
        }
        Optional<VariableDeclaration> declaration = variables.declaration(name);
        if (declaration.isEmpty()) {
            problems.add(where + ": variable '" + name + "' is not declared in variables.json");
            return matcher.group();
        }
        Optional<String> value = variables.value(name);
        if (value.isEmpty()) {
            if (missing.add(name)) {
                problems.add(where + ": variable '" + name + "' has no value; "
                        + declaration.get().remedy());
            }
            return matcher.group();
        }
        return value.get();
    }

    private static long lineOf(String text, int position) {
        return 1 + text.substring(0, position).chars().filter(c -> c == '\n').count();
    }
}
