package dev.inverterflow.deploy.script;

import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param text without the semicolon and without the comments around it
 * @param line where it begins in its file, from 1
 */
public record SqlStatement(String text, int line) {
    private static final int HEAD_LENGTH = 80;

    /** Its beginning on one line, for messages. */
    public String head() {
        String flat = text.replaceAll("\\s+", " ");
        return flat.length() <= HEAD_LENGTH ? flat : flat.substring(0, HEAD_LENGTH) + "…";
    }

    /** The object of the schema that it makes, changes or drops; empty for GRANT, USE, MERGE and the like. */
    public Optional<Declaration> declaration() {
        return DeclarationParser.parse(text);
    }

    /** Whether it moves the session to another role, warehouse, database or schema. */
    public boolean changesSession() {
        return text.regionMatches(true, 0, "use", 0, 3) && text.length() > 3 && Character.isWhitespace(text.charAt(3));
    }
}
