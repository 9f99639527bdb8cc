package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Inspection.ScopeKind;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.Inspection.ShowScope;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.ast.Statement;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SHOW of everything but grants, which {@link ShowGrantsParser} reads. */
final class ShowParser implements StatementParser {
    private static final Map<String, ShowKind> KINDS =
            Arrays.stream(ShowKind.values()).collect(Collectors.toMap(ShowKind::sql, Function.identity()));
    private static final PhraseTable PHRASES = new PhraseTable(KINDS.keySet());

    private static final PhraseTable OTHER_SCOPES = new PhraseTable(
            "APPLICATION PACKAGE", "APPLICATION", "CLASS", "FAILOVER GROUP", "MODEL", "REPLICATION GROUP", "SERVICE");

    private final Grammar grammar;
    private final Tokens tokens;

    ShowParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        Token first = tokens.peek();
        tokens.expect("SHOW");
        if (tokens.atWord("GRANTS") || tokens.atWords("FUTURE", "GRANTS")) {
            return new ShowGrantsParser(grammar).parse(first);
        }
        boolean terse = tokens.accept("TERSE");
        ShowKind kind = PHRASES.read(tokens).map(KINDS::get).orElseThrow(this::otherKind);
        boolean history = tokens.accept("HISTORY");
        String like = tokens.accept("LIKE") ? tokens.expectString() : null;
        ShowScope scope = tokens.accept("IN") || tokens.accept("FOR") ? scope() : null;
        String startsWith = tokens.accept("STARTS", "WITH") ? tokens.expectString() : null;
        if (kind == ShowKind.TASKS && tokens.atWords("ROOT", "ONLY")) {
            throw tokens.notSupported("SHOW TASKS … ROOT ONLY");
        }
        Integer limit = tokens.accept("LIMIT") ? Integer.valueOf(tokens.expectInt()) : null;
        String from = limit != null && tokens.accept("FROM") ? tokens.expectString() : null;
        if (tokens.atWords("WITH", "PRIVILEGES")) {
            throw tokens.notSupported("SHOW … WITH PRIVILEGES");
        }
        return new Show(kind, terse, history, like, scope, startsWith, limit, from, tokens.spanFrom(first));
    }

    /** Asked last: some of the other kinds can be listed, since there are none of them. */
    private SnowflakeException otherKind() {
        OtherKinds.PLURALS.refuse(tokens, "SHOW ");
        return tokens.unexpected();
    }

    private ShowScope scope() {
        if (NameParser.isName(tokens.peek(1))) {
            OTHER_SCOPES.refuse(tokens, "SHOW … IN ");
        }
        for (ScopeKind kind : ScopeKind.values()) {
            if (tokens.accept(kind.name())) {
                boolean alone = kind == ScopeKind.ACCOUNT || kind == ScopeKind.SESSION;
                return new ShowScope(kind, alone ? null : optionalName());
            }
        }
        return new ShowScope(null, grammar.names().qualifiedName());
    }

    // Without a name the current one is meant, and STARTS WITH or LIMIT may follow.
    private @Nullable QualifiedName optionalName() {
        boolean absent = !grammar.names().atName() || tokens.atWords("STARTS", "WITH") || tokens.atWord("LIMIT");
        return absent ? null : grammar.names().qualifiedName();
    }
}
