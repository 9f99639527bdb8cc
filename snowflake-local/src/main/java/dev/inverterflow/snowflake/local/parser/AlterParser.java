package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.Command.AlterSession;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.Arrays;
import java.util.List;

/** ALTER: reads up to the object's name; the actions of its kind have a parser of their own. */
final class AlterParser implements StatementParser {
    private final Grammar grammar;
    private final Tokens tokens;

    AlterParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("ALTER");
        if (tokens.accept("SESSION")) {
            return session(first);
        }
        ObjectTargetParser objects = new ObjectTargetParser(grammar);
        ObjectKind kind = objects.kind("ALTER");
        boolean ifExists = tokens.accept("IF", "EXISTS");
        ObjectTarget object = meansCurrent(kind) ? new ObjectTarget(kind, null, null) : objects.target(kind);
        AlterAction action = actions(kind).parse();
        return new Alter(object, ifExists, action, tokens.spanFrom(first));
    }

    // ALTER WAREHOUSE SUSPEND and ALTER USER SET … mean the current one
    // (docs.snowflake.com/en/sql-reference/sql/alter-warehouse).
    private boolean meansCurrent(ObjectKind kind) {
        return switch (kind) {
            case WAREHOUSE -> isAction("SUSPEND", "RESUME", "ABORT");
            case USER -> isAction("SET", "UNSET");
            default -> false;
        };
    }

    // A word that may be a name is an action only if no action follows it.
    private boolean isAction(String... words) {
        Token next = tokens.peek(1);
        boolean named = next.isWord("SUSPEND") || next.isWord("RESUME") || next.isWord("SET") || next.isWord("UNSET");
        return !named && Arrays.stream(words).anyMatch(tokens::atWord);
    }

    private Statement session(Token first) {
        if (tokens.accept("UNSET")) {
            List<String> names = grammar.properties().names(null);
            return new AlterSession(Properties.none(), names, tokens.spanFrom(first));
        }
        tokens.expect("SET");
        return new AlterSession(grammar.properties().parseOpen(), List.of(), tokens.spanFrom(first));
    }

    private AlterActionParser actions(ObjectKind kind) {
        return switch (kind) {
            case TABLE -> new AlterTableActions(grammar);
            case TASK -> new AlterTaskActions(grammar);
            case ALERT -> new AlterAlertActions(grammar);
            case DATABASE -> new AlterObjectActions(grammar, PropertySets.DATABASE).withRename();
            case SCHEMA -> new AlterObjectActions(grammar, PropertySets.SCHEMA).withRename();
            case VIEW ->
                new AlterObjectActions(grammar, PropertySets.VIEW).withRename().withSecure();
            case SEQUENCE -> new AlterSequenceActions(grammar);
            case FILE_FORMAT -> new AlterObjectActions(grammar, PropertySets.FILE_FORMAT).withRename();
            case STAGE -> new AlterObjectActions(grammar, PropertySets.STAGE).withRename();
            case STREAM -> new AlterObjectActions(grammar, PropertySets.STREAM);
            case PIPE -> new AlterObjectActions(grammar, PropertySets.ALTERED_PIPE).withRefresh();
            case PROCEDURE, FUNCTION -> new AlterRoutineActions(grammar, kind);
            case WAREHOUSE ->
                new AlterObjectActions(grammar, PropertySets.WAREHOUSE)
                        .withRename()
                        .withResume();
            case RESOURCE_MONITOR -> new AlterResourceMonitorActions(grammar);
            case ROLE, DATABASE_ROLE -> new AlterObjectActions(grammar, PropertySets.ROLE).withRename();
            case USER -> new AlterObjectActions(grammar, PropertySets.USER).withRename();
            case INTEGRATION ->
                new AlterObjectActions(
                        grammar, PropertySets.STORAGE_INTEGRATION.plus(PropertySets.NOTIFICATION_INTEGRATION));
            case ACCOUNT, APPLICATION_ROLE -> throw tokens.notSupported("ALTER " + kind.sql());
        };
    }

    /** Reads what is done to an object of one kind. */
    interface AlterActionParser {
        AlterAction parse();
    }
}
