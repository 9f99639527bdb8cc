package dev.inverterflow.snowflake.local.parser;

import static java.util.Map.entry;

import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ObjectTarget;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.TypeName;
import java.util.List;
import java.util.Map;

/** Kinds of objects and objects by kind and name. */
final class ObjectTargetParser {
    private static final Map<String, ObjectKind> KINDS = Map.ofEntries(
            entry("ALERT", ObjectKind.ALERT),
            entry("DATABASE", ObjectKind.DATABASE),
            entry("DATABASE ROLE", ObjectKind.DATABASE_ROLE),
            entry("FILE FORMAT", ObjectKind.FILE_FORMAT),
            entry("FUNCTION", ObjectKind.FUNCTION),
            entry("INTEGRATION", ObjectKind.INTEGRATION),
            entry("STORAGE INTEGRATION", ObjectKind.INTEGRATION),
            entry("NOTIFICATION INTEGRATION", ObjectKind.INTEGRATION),
            entry("PIPE", ObjectKind.PIPE),
            entry("PROCEDURE", ObjectKind.PROCEDURE),
            entry("RESOURCE MONITOR", ObjectKind.RESOURCE_MONITOR),
            entry("ROLE", ObjectKind.ROLE),
            entry("SCHEMA", ObjectKind.SCHEMA),
            entry("SEQUENCE", ObjectKind.SEQUENCE),
            entry("STAGE", ObjectKind.STAGE),
            entry("STREAM", ObjectKind.STREAM),
            entry("TABLE", ObjectKind.TABLE),
            entry("TASK", ObjectKind.TASK),
            entry("USER", ObjectKind.USER),
            entry("VIEW", ObjectKind.VIEW),
            entry("WAREHOUSE", ObjectKind.WAREHOUSE));

    private static final Map<String, ObjectKind> PLURALS = Map.ofEntries(
            entry("ALERTS", ObjectKind.ALERT),
            entry("FILE FORMATS", ObjectKind.FILE_FORMAT),
            entry("FUNCTIONS", ObjectKind.FUNCTION),
            entry("PIPES", ObjectKind.PIPE),
            entry("PROCEDURES", ObjectKind.PROCEDURE),
            entry("SCHEMAS", ObjectKind.SCHEMA),
            entry("SEQUENCES", ObjectKind.SEQUENCE),
            entry("STAGES", ObjectKind.STAGE),
            entry("STREAMS", ObjectKind.STREAM),
            entry("TABLES", ObjectKind.TABLE),
            entry("TASKS", ObjectKind.TASK),
            entry("VIEWS", ObjectKind.VIEW));

    private static final PhraseTable KIND_PHRASES = new PhraseTable(KINDS.keySet());
    private static final PhraseTable PLURAL_PHRASES = new PhraseTable(PLURALS.keySet());

    private final Grammar grammar;
    private final Tokens tokens;

    ObjectTargetParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    /** {@code TABLE}, {@code FILE FORMAT} …; {@code statement} names the statement in refusals. */
    ObjectKind kind(String statement) {
        OtherKinds.SINGULARS.refuse(tokens, statement + " ");
        return KIND_PHRASES.read(tokens).map(KINDS::get).orElseThrow(tokens::unexpected);
    }

    /** {@code TABLES}, {@code FILE FORMATS} …; {@code statement} names the statement in refusals. */
    ObjectKind plural(String statement) {
        OtherKinds.PLURALS.refuse(tokens, statement + " ");
        return PLURAL_PHRASES.read(tokens).map(PLURALS::get).orElseThrow(tokens::unexpected);
    }

    /** The name of an object of that kind, with argument types for procedures and functions. */
    ObjectTarget target(ObjectKind kind) {
        QualifiedName name = kind.livesInSchema() || kind == ObjectKind.SCHEMA || kind == ObjectKind.DATABASE_ROLE
                ? grammar.names().qualifiedName()
                : grammar.names().accountName();
        boolean routine = kind == ObjectKind.PROCEDURE || kind == ObjectKind.FUNCTION;
        return new ObjectTarget(kind, name, routine ? argumentTypes() : null);
    }

    private List<TypeName> argumentTypes() {
        tokens.expectSymbol("(");
        List<TypeName> types = tokens.atSymbol(")")
                ? List.of()
                : tokens.commaSeparated(() -> grammar.types().parse());
        tokens.expectSymbol(")");
        return types;
    }
}
