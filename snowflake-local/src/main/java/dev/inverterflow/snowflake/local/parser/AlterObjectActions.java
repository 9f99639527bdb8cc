package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import org.jspecify.annotations.Nullable;

/** SET and UNSET, which most kinds have, and on request RENAME, RESUME and SUSPEND, REFRESH. */
final class AlterObjectActions implements AlterParser.AlterActionParser {
    private static final PhraseTable UNSUPPORTED = new PhraseTable(
            "AGGREGATION POLICY",
            "AUTHENTICATION POLICY",
            "CONTACT",
            "DCM PROJECT",
            "JOIN POLICY",
            "NETWORK POLICY",
            "PASSWORD POLICY",
            "SECURE",
            "SESSION POLICY",
            "TAG");

    /** What is done to objects of some kinds and not here. */
    private static final PhraseTable RARER = new PhraseTable(
            "SWAP WITH",
            "ENABLE MANAGED",
            "DISABLE MANAGED",
            "REFRESH",
            "MODIFY COLUMN",
            "ALTER COLUMN",
            "ADD ROW ACCESS",
            "DROP ROW ACCESS",
            "DROP ALL ROW ACCESS",
            "ADD DELEGATED",
            "REMOVE DELEGATED",
            "RESET PASSWORD",
            "ABORT ALL QUERIES");

    private final Grammar grammar;
    private final Tokens tokens;
    private final PropertySet properties;
    private boolean renames;
    private boolean resumes;
    private boolean refreshes;
    private boolean secures;

    AlterObjectActions(Grammar grammar, PropertySet properties) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.properties = properties;
    }

    AlterObjectActions withRename() {
        renames = true;
        return this;
    }

    AlterObjectActions withResume() {
        resumes = true;
        return this;
    }

    AlterObjectActions withRefresh() {
        refreshes = true;
        return this;
    }

    AlterObjectActions withSecure() {
        secures = true;
        return this;
    }

    @Override
    public AlterAction parse() {
        if (secures && tokens.accept("SET", "SECURE")) {
            return new AlterAction.SetSecure(true, grammar.properties().parse(properties));
        }
        if (secures && tokens.accept("UNSET", "SECURE")) {
            return new AlterAction.SetSecure(false, Properties.none());
        }
        if (tokens.accept("SET")) {
            refuseUnsupported("SET");
            return new AlterAction.SetProperties(grammar.properties().parseSome(properties));
        }
        if (tokens.accept("UNSET")) {
            refuseUnsupported("UNSET");
            return new AlterAction.UnsetProperties(grammar.properties().names(properties));
        }
        if (renames && tokens.accept("RENAME", "TO")) {
            return new AlterAction.RenameTo(grammar.names().qualifiedName());
        }
        if (refreshes && tokens.accept("REFRESH")) {
            return refresh();
        }
        AlterAction run = resumes ? resumeOrSuspend() : null;
        if (run == null) {
            RARER.refuse(tokens, "ALTER … ");
            throw tokens.unexpected();
        }
        return run;
    }

    private @Nullable AlterAction resumeOrSuspend() {
        if (tokens.accept("RESUME")) {
            return new AlterAction.Resume(tokens.accept("IF", "SUSPENDED"));
        }
        if (tokens.accept("SUSPEND")) {
            return new AlterAction.Suspend();
        }
        return tokens.accept("ABORT", "ALL", "QUERIES") ? new AlterAction.AbortAllQueries() : null;
    }

    private AlterAction refresh() {
        Properties options = grammar.properties().parse(PropertySets.PIPE_REFRESH);
        return new AlterAction.Refresh(
                options.text("PREFIX").orElse(null),
                options.text("MODIFIED_AFTER").orElse(null));
    }

    private void refuseUnsupported(String action) {
        UNSUPPORTED.refuse(tokens, action + " ");
    }
}
