package dev.inverterflow.deploy.change;

import dev.inverterflow.deploy.change.Loss.Severity;
import dev.inverterflow.deploy.inventory.Inventory;
import dev.inverterflow.deploy.object.ObjectKey;
import dev.inverterflow.deploy.object.ObjectKind;
import dev.inverterflow.deploy.script.Declaration;
import dev.inverterflow.deploy.script.RenderedScript;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells what statements would take away from the objects that stand in the account. */
public final class Losses {
    private static final Pattern DROPS_COLUMN = Pattern.compile(
            "(?is)\\bdrop\\s+(?!constraint\\b|primary\\b|unique\\b|foreign\\b|clustering\\b|row\\b|search\\b|masking\\b)");
    private static final Pattern CHANGES_ADDRESS = Pattern.compile("(?is)\\b(url|storage_integration)\\s*=");
    /** {@code AT (STREAM => 'itself')} takes the offset over (CREATE STREAM). */
    private static final Pattern KEEPS_OFFSET = Pattern.compile("(?is)\\b(at|before)\\s*\\(\\s*stream\\s*=>");

    private Losses() {}

    /** Of a script's statements, in their order. */
    public static List<Loss> of(RenderedScript script, Inventory now) {
        return script.statements().stream()
                .flatMap(statement -> statement.declaration().stream())
                .flatMap(declaration -> of(declaration, now).stream())
                .toList();
    }

    /** Of one statement; nothing is lost of an object that is not there. */
    public static Optional<Loss> of(Declaration declaration, Inventory now) {
        if (!now.has(declaration.key())) {
            return Optional.empty();
        }
        return switch (declaration.verb()) {
            case REPLACE -> replaced(declaration, now);
            case DROP -> dropped(declaration.key());
            case TRUNCATE -> lasting(declaration.key(), "every row, and the load history of its pipe");
            case DELETE -> lasting(declaration.key(), "the rows it deletes");
            case ALTER -> altered(declaration);
            case CREATE, CREATE_OR_ALTER -> Optional.empty();
        };
    }

    private static Optional<Loss> replaced(Declaration declaration, Inventory now) {
        ObjectKey key = declaration.key();
        return switch (key.kind()) {
            case TABLE -> lasting(key, "every row; streams on it become stale");
            case STREAM ->
                KEEPS_OFFSET.matcher(declaration.text()).find()
                        ? Optional.empty()
                        : lasting(key, "its offset: rows that nobody has consumed yet are skipped");
            case PIPE ->
                lasting(
                        key,
                        "its history of loaded files (14 days): a REFRESH may load files again; events that arrive while it is"
                                + " replaced are lost until a REFRESH");
            case STAGE -> lasting(key, stageLoss(key, now));
            case TASK -> restored(key, "its state; it is suspended while it is replaced and put back as it was");
            case ALERT -> restored(key, "its state; it is put back as it was");
            case SEQUENCE -> lasting(key, "its position");
            default -> Optional.empty();
        };
    }

    private static String stageLoss(ObjectKey key, Inventory now) {
        boolean internal = now.find(key)
                .map(state -> state.definition().getOrDefault("type", "").contains("INTERNAL"))
                .orElse(true);
        return internal ? "every file on it" : "the pipes on it: they stop until they are replaced";
    }

    private static Optional<Loss> dropped(ObjectKey key) {
        return switch (key.kind()) {
            case TABLE -> lasting(key, "every row (UNDROP brings them back within the retention time)");
            case STREAM -> lasting(key, "its offset");
            case PIPE -> lasting(key, "its history of loaded files; nothing is loaded any more");
            case STAGE -> lasting(key, "its files, if it is internal; the pipes on it");
            case SEQUENCE -> lasting(key, "its position");
            default -> Optional.empty();
        };
    }

    private static Optional<Loss> altered(Declaration declaration) {
        ObjectKey key = declaration.key();
        String afterHead = declaration.text().replaceFirst("(?is)^\\s*alter\\s+", "");
        if (key.kind() == ObjectKind.TABLE && DROPS_COLUMN.matcher(afterHead).find()) {
            return lasting(key, "a column with its values");
        }
        if (key.kind() == ObjectKind.STAGE && CHANGES_ADDRESS.matcher(afterHead).find()) {
            return lasting(key, "the pipes on it: they stop until they are replaced");
        }
        return Optional.empty();
    }

    private static Optional<Loss> lasting(ObjectKey key, String what) {
        return Optional.of(new Loss(key, Severity.LASTING, what));
    }

    private static Optional<Loss> restored(ObjectKey key, String what) {
        return Optional.of(new Loss(key, Severity.RESTORED, what));
    }
}
