package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import org.jspecify.annotations.Nullable;

/** SET and UNSET, which most kinds have, and on request RENAME, RESUME and SUSPEND, REFRESH. */
final class AlterObjectActions implements AlterParser.AlterActionParser {
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
        refuseRarer();
        AlterAction run = resumes ? resumeOrSuspend() : null;
        if (run == null) {
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

    private void refuseRarer() {
        boolean swap = tokens.atWords("SWAP", "WITH");
        boolean managed = tokens.atWords("ENABLE", "MANAGED") || tokens.atWords("DISABLE", "MANAGED");
        if (renames && (swap || managed)) {
            throw tokens.notSupported(
                    "ALTER … " + tokens.peek().text() + " " + tokens.peek(1).text());
        }
    }

    private void refuseUnsupported(String action) {
        if (tokens.atWord("TAG") || tokens.atWord("SECURE")) {
            throw tokens.notSupported(action + " " + tokens.peek().text());
        }
    }
}
