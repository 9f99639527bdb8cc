package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.Persistence;
import dev.inverterflow.snowflake.local.error.Errors;
import org.jspecify.annotations.Nullable;

/**
 * What stands between CREATE and the kind of object.
 *
 * @param first the token CREATE
 * @param persistenceWord the word that says how long the object lives; absent for PERMANENT
 * @param secureWord the word SECURE; absent if not written
 */
record CreateHeader(
        Token first,
        CreateMode mode,
        Persistence persistence,
        @Nullable Token persistenceWord,
        @Nullable Token secureWord) {

    private static final PhraseTable BEHIND_NAME =
            new PhraseTable("WITH TAG", "TAG", "WITH CONTACT", "CONTACT", "CLONE", "FROM TEMPLATE");

    private static final PhraseTable GOVERNANCE = new PhraseTable(
            "WITH",
            "TAG",
            "COPY TAGS",
            "AGGREGATION POLICY",
            "JOIN POLICY",
            "MASKING",
            "PROJECTION",
            "ROW ACCESS",
            "STORAGE LIFECYCLE");

    static CreateHeader read(Tokens tokens) {
        Token first = tokens.peek();
        tokens.expect("CREATE");
        CreateMode mode = mode(tokens);
        Token secure = tokens.atWord("SECURE") ? tokens.next() : null;
        if ((tokens.atWord("LOCAL") || tokens.atWord("GLOBAL")) && isTemporary(tokens.peek(1))) {
            tokens.next();
        }
        boolean scoped = tokens.atWord("SCOPED") && isTemporary(tokens.peek(1));
        if (scoped) {
            tokens.next();
        }
        Token word = tokens.peek();
        Persistence persistence = scoped ? Persistence.SCOPED : persistence(word);
        if (persistence == Persistence.PERMANENT) {
            return new CreateHeader(first, mode, persistence, null, secure);
        }
        tokens.next();
        if (secure == null && tokens.atWord("SECURE")) {
            secure = tokens.next();
        }
        return new CreateHeader(first, mode, persistence, word, secure);
    }

    boolean secure() {
        return secureWord != null;
    }

    /** Fails at what may stand behind the name of an object and the stand-in does not have. */
    static void refuseBehindName(Tokens tokens, String kind) {
        BEHIND_NAME.refuse(tokens, "CREATE " + kind + " … ");
    }

    /** Fails at a tag or a policy of a table or a view, or of its columns. */
    static void refuseGovernance(Tokens tokens, String where) {
        if (GOVERNANCE.follows(tokens)) {
            throw tokens.notSupported("tags and policies of " + where);
        }
    }

    /** Fails at SECURE, which few kinds have. */
    void refuseSecure(Tokens tokens) {
        if (secureWord != null) {
            throw tokens.unexpected(secureWord);
        }
    }

    /** Fails at TRANSIENT. */
    void refuseTransient(Tokens tokens) {
        refuse(persistence == Persistence.TRANSIENT, tokens);
    }

    /** Fails at TEMPORARY. */
    void refuseTemporary(Tokens tokens) {
        refuse(persistence.isTemporary(), tokens);
    }

    /** Fails at every word before the kind. */
    void refuseModifiers(Tokens tokens) {
        refuseSecure(tokens);
        refuseTransient(tokens);
        refuseTemporary(tokens);
    }

    /** The mode, with IF NOT EXISTS read if it comes next. */
    CreateMode modeWithIfNotExists(Tokens tokens) {
        if (!tokens.accept("IF", "NOT", "EXISTS")) {
            return mode;
        }
        return switch (mode) {
            case CREATE, IF_NOT_EXISTS -> CreateMode.IF_NOT_EXISTS;
            case OR_REPLACE -> throw Errors.incompatibleOptions("IF NOT EXISTS", "OR REPLACE");
            case OR_ALTER -> throw Errors.incompatibleOptions("IF NOT EXISTS", "OR ALTER");
        };
    }

    private static Persistence persistence(Token word) {
        if (word.isWord("TRANSIENT")) {
            return Persistence.TRANSIENT;
        }
        return isTemporary(word) ? Persistence.TEMPORARY : Persistence.PERMANENT;
    }

    private static boolean isTemporary(Token word) {
        return word.isWord("TEMPORARY") || word.isWord("TEMP") || word.isWord("VOLATILE");
    }

    private void refuse(boolean refused, Tokens tokens) {
        if (refused && persistenceWord != null) {
            throw tokens.unexpected(persistenceWord);
        }
    }

    private static CreateMode mode(Tokens tokens) {
        if (tokens.accept("OR", "REPLACE")) {
            return CreateMode.OR_REPLACE;
        }
        return tokens.accept("OR", "ALTER") ? CreateMode.OR_ALTER : CreateMode.CREATE;
    }
}
