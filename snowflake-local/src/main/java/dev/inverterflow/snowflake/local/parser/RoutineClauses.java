package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateRoutine.ExecuteAs;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.NullInput;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.Parameter;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.ReturnColumn;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.Returns;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.Volatility;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What CREATE PROCEDURE and CREATE FUNCTION have in common, from the parameters to the body. */
final class RoutineClauses {
    private static final Set<String> LANGUAGES = Set.of("JAVA", "JAVASCRIPT", "PYTHON", "SCALA", "SQL");

    private final Grammar grammar;
    private final Tokens tokens;
    private final PropertySet set;
    private final List<Property> properties = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private String language = "SQL";
    private NullInput nullInput = NullInput.CALLED;
    private Volatility volatility = Volatility.VOLATILE;
    private ExecuteAs executeAs = ExecuteAs.OWNER;
    private @Nullable String body;

    RoutineClauses(Grammar grammar, String kind) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.set = PropertySets.ROUTINE.ownedBy(kind);
    }

    String language() {
        return language;
    }

    NullInput nullInput() {
        return nullInput;
    }

    Volatility volatility() {
        return volatility;
    }

    ExecuteAs executeAs() {
        return executeAs;
    }

    Properties properties() {
        return new Properties(properties);
    }

    @Nullable
    String body() {
        return body;
    }

    /** {@code (name type [DEFAULT value], …)}. */
    List<Parameter> parameters() {
        tokens.expectSymbol("(");
        List<Parameter> parameters = tokens.atSymbol(")") ? List.of() : tokens.commaSeparated(this::parameter);
        tokens.expectSymbol(")");
        return parameters;
    }

    /** {@code RETURNS type [NOT NULL]} or {@code RETURNS TABLE (…)}. */
    Returns returns() {
        tokens.expect("RETURNS");
        if (tokens.accept("TABLE")) {
            tokens.expectSymbol("(");
            List<ReturnColumn> columns = tokens.atSymbol(")") ? List.of() : tokens.commaSeparated(this::returnColumn);
            tokens.expectSymbol(")");
            return new Returns(null, columns, false);
        }
        TypeName type = grammar.types().parse();
        boolean notNull = tokens.accept("NOT", "NULL");
        if (!notNull) {
            tokens.accept("NULL");
        }
        return new Returns(type, List.of(), notNull);
    }

    /** Everything behind RETURNS; the body is last. */
    void read() {
        while (readOne()) {}
        if (tokens.accept("AS")) {
            if ((language == null || language.equals("SQL")) && !tokens.at(TokenKind.STRING)) {
                throw tokens.notSupported("routines in LANGUAGE SQL");
            }
            body = tokens.expectString();
        }
    }

    private Parameter parameter() {
        Identifier name = grammar.names().columnName();
        TypeName type = grammar.types().parse();
        Expression defaultValue =
                tokens.accept("DEFAULT") ? grammar.expressions().parse() : null;
        return new Parameter(name, type, defaultValue);
    }

    private ReturnColumn returnColumn() {
        Identifier name = grammar.names().columnName();
        return new ReturnColumn(name, grammar.types().parse());
    }

    private boolean readOne() {
        if (grammar.properties().follows()) {
            grammar.properties().parseInto(set, properties, seen);
        } else if (tokens.accept("LANGUAGE")) {
            readLanguage();
        } else if (tokens.accept("CALLED", "ON", "NULL", "INPUT")) {
            nullInput = NullInput.CALLED;
        } else if (tokens.accept("STRICT") || tokens.accept("RETURNS", "NULL", "ON", "NULL", "INPUT")) {
            nullInput = NullInput.RETURNS_NULL;
        } else if (tokens.accept("VOLATILE")) {
            volatility = Volatility.VOLATILE;
        } else if (tokens.accept("IMMUTABLE")) {
            volatility = Volatility.IMMUTABLE;
        } else if (tokens.accept("EXECUTE", "AS")) {
            executeAs = executeAs(tokens);
        } else {
            return false;
        }
        return true;
    }

    private void readLanguage() {
        if (!tokens.at(TokenKind.WORD) || !LANGUAGES.contains(tokens.peek().text())) {
            throw tokens.unexpected();
        }
        language = tokens.next().text();
    }

    /** OWNER, CALLER or RESTRICTED CALLER. */
    static ExecuteAs executeAs(Tokens tokens) {
        if (tokens.accept("OWNER")) {
            return ExecuteAs.OWNER;
        }
        if (tokens.accept("RESTRICTED", "CALLER")) {
            return ExecuteAs.RESTRICTED_CALLER;
        }
        tokens.expect("CALLER");
        return ExecuteAs.CALLER;
    }
}
