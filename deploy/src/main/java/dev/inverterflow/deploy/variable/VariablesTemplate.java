package dev.inverterflow.deploy.variable;

import java.util.ArrayList;
import java.util.List;

/** A file of values to fill in: every variable with its meaning, what it admits and its default. */
public final class VariablesTemplate {
    private static final int WIDTH = 110;

    private VariablesTemplate() {}

    /** TOML as {@link VariablesFile} reads it. */
    public static String of(VariableCatalog catalog) {
        StringBuilder text = new StringBuilder(
                "# Values for deploy --vars-file; a line without # in front replaces the default shown.\n");
        for (VariableDeclaration declaration : catalog.all()) {
            text.append('\n');
            comment(declaration.description(), text);
            comment("Must be " + declaration.rule() + ".", text);
            text.append(assignment(declaration)).append('\n');
        }
        return text.toString();
    }

    private static String assignment(VariableDeclaration declaration) {
        String quote = declaration.kind().isNumeric() ? "" : "\"";
        return declaration
                .defaultValue()
                .map(value -> "# " + declaration.name() + " = " + quote + value + quote)
                .orElse((declaration.need() == VariableDeclaration.Need.OPTIONAL ? "# " : "") + declaration.name()
                        + " = \"\"");
    }

    private static void comment(String sentence, StringBuilder text) {
        for (String line : wrapped(sentence)) {
            text.append("# ").append(line).append('\n');
        }
    }

    private static List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (line.length() > 0 && line.length() + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
