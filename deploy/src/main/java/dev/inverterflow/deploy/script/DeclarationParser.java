package dev.inverterflow.deploy.script;

import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.object.ObjectKind;
import dev.inverterflow.deploy.object.Signature;
import dev.inverterflow.deploy.script.Declaration.Verb;
import dev.inverterflow.deploy.script.StatementWords.Word;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads as much of a statement as tells which object it makes, changes or drops. */
final class DeclarationParser {
    /** TRANSIENT, SECURE, LOCAL TEMPORARY …: words that may stand between CREATE and the kind. */
    private static final int MODIFIERS = 3;

    private final String text;
    private final List<Word> words;
    private int position;

    private DeclarationParser(String text) {
        this.text = text;
        this.words = StatementWords.of(text);
    }

    /** Empty for a statement that names no object of a schema, such as GRANT, USE or MERGE. */
    static Optional<Declaration> parse(String statement) {
        return new DeclarationParser(statement).declaration();
    }

    private Optional<Declaration> declaration() {
        String first = next();
        return switch (first) {
            case "CREATE" -> object(createVerb());
            case "ALTER" -> object(Verb.ALTER);
            case "DROP" -> object(Verb.DROP);
            case "TRUNCATE" -> table(Verb.TRUNCATE);
            case "DELETE" -> {
                accept("FROM");
                yield table(Verb.DELETE);
            }
            default -> Optional.empty();
        };
    }

    private Verb createVerb() {
        if (!accept("OR")) {
            return Verb.CREATE;
        }
        return next().equals("REPLACE") ? Verb.REPLACE : Verb.CREATE_OR_ALTER;
    }

    private Optional<Declaration> table(Verb verb) {
        accept("TABLE");
        return name(ObjectKind.TABLE).map(key -> new Declaration(verb, key, text));
    }

    private Optional<Declaration> object(Verb verb) {
        for (int skipped = 0; skipped <= MODIFIERS; skipped++, position++) {
            Optional<ObjectKind> kind = ObjectKind.named(ahead());
            if (kind.isPresent()) {
                position += kind.get().words().split(" ", -1).length;
                return name(kind.get()).map(key -> new Declaration(verb, key, text));
            }
        }
        return Optional.empty();
    }

    private Optional<ObjectKey> name(ObjectKind kind) {
        if (accept("IF")) {
            accept("NOT");
            accept("EXISTS");
        }
        if (position >= words.size()) {
            return Optional.empty();
        }
        Word last = words.get(position++);
        while (accept(".") && position < words.size()) {
            last = words.get(position++);
        }
        String arguments = kind.isOverloaded() ? Signature.ofDeclaration(parenthesised()) : "";
        return Optional.of(new ObjectKey(kind, last.name() + arguments));
    }

    /** What stands between the parentheses that open here. */
    private String parenthesised() {
        StringBuilder inside = new StringBuilder();
        int depth = 0;
        while (position < words.size()) {
            String word = words.get(position++).text();
            depth += word.equals("(") ? 1 : word.equals(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
            inside.append(word).append(' ');
        }
        return inside.substring(Math.min(1, inside.length())).strip();
    }

    private List<String> ahead() {
        return words.stream().skip(position).limit(2).map(Word::name).collect(Collectors.toList());
    }

    private boolean accept(String word) {
        boolean found = position < words.size() && words.get(position).name().equals(word);
        position += found ? 1 : 0;
        return found;
    }

    private String next() {
        return position < words.size() ? words.get(position++).name() : "";
    }
}
