package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Query;
import dev.inverterflow.snowflake.local.ast.Relation;
import dev.inverterflow.snowflake.local.ast.Relation.StageRelation;
import dev.inverterflow.snowflake.local.ast.Relation.SubqueryRelation;
import dev.inverterflow.snowflake.local.ast.Relation.TableFunctionRelation;
import dev.inverterflow.snowflake.local.ast.Relation.TableReference;
import dev.inverterflow.snowflake.local.ast.Relation.ValuesRelation;
import dev.inverterflow.snowflake.local.ast.StageLocation;
import dev.inverterflow.snowflake.local.ast.TableAlias;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One relation of a FROM list. */
final class TableParser {
    private static final Set<String> STAGE_OPTIONS = Set.of("FILE_FORMAT", "PATTERN");
    private static final Set<String> UNSUPPORTED_SUFFIXES = Set.of("AT", "BEFORE", "CHANGES", "MATCH_RECOGNIZE");

    private final Grammar grammar;
    private final Tokens tokens;
    private final RelationParser relations;

    TableParser(Grammar grammar, RelationParser relations) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
        this.relations = relations;
    }

    Relation parse() {
        Token first = tokens.peek();
        Relation relation = withoutPivot();
        return new TableSuffixParser(grammar, this::alias).parse(relation, first);
    }

    /** A table with an alias, as DML names its target. */
    TableReference target() {
        Token first = tokens.peek();
        QualifiedName name = tableName();
        return new TableReference(name, alias(), tokens.spanFrom(first));
    }

    private Relation withoutPivot() {
        Token first = tokens.peek();
        if (tokens.atSymbol("(")) {
            return parenthesised(first);
        }
        if (tokens.at(TokenKind.STAGE) || isQuotedStage(first)) {
            return stage(first);
        }
        if (tokens.accept("LATERAL")) {
            return lateral(first);
        }
        if (tokens.atWord("TABLE") && tokens.peek(1).isSymbol("(")) {
            return tableFunction(first);
        }
        if (tokens.atWord("DIRECTORY") && tokens.peek(1).isSymbol("(")) {
            throw tokens.notSupported("directory tables");
        }
        if (tokens.accept("VALUES")) {
            return values(first);
        }
        return target();
    }

    private Relation parenthesised(Token first) {
        if (grammar.queries().queryFollows(1)) {
            Query query = grammar.queries().parenthesised();
            return new SubqueryRelation(query, false, alias(), tokens.spanFrom(first));
        }
        tokens.expectSymbol("(");
        Relation inner = relations.parse();
        tokens.expectSymbol(")");
        return inner instanceof ValuesRelation values && values.alias() == null
                ? new ValuesRelation(values.rows(), alias(), tokens.spanFrom(first))
                : inner;
    }

    private Relation lateral(Token first) {
        if (tokens.atSymbol("(")) {
            Query query = grammar.queries().parenthesised();
            return new SubqueryRelation(query, true, alias(), tokens.spanFrom(first));
        }
        FunctionCall call = grammar.expressions().primaries().call();
        return new TableFunctionRelation(call, alias(), tokens.spanFrom(first));
    }

    // TABLE('name'), TABLE($variable) and TABLE(?) name a table; everything else in the parentheses is a call.
    private Relation tableFunction(Token first) {
        tokens.expect("TABLE");
        tokens.expectSymbol("(");
        if (tokens.at(TokenKind.STRING) || tokens.at(TokenKind.VARIABLE) || tokens.at(TokenKind.BIND)) {
            QualifiedName name = grammar.names().fromText(tokens.next());
            tokens.expectSymbol(")");
            return new TableReference(name, alias(), tokens.spanFrom(first));
        }
        FunctionCall call = grammar.expressions().primaries().call();
        tokens.expectSymbol(")");
        return new TableFunctionRelation(call, alias(), tokens.spanFrom(first));
    }

    private Relation stage(Token first) {
        StageLocation location = new StageLocationParser(grammar).parse();
        Properties options = tokens.atSymbol("(") ? grammar.properties().arrowGroup(STAGE_OPTIONS) : Properties.none();
        return new StageRelation(location, options, alias(), tokens.spanFrom(first));
    }

    private Relation values(Token first) {
        List<List<Expression>> rows =
                tokens.commaSeparated(() -> grammar.expressions().parenthesisedList());
        return new ValuesRelation(rows, alias(), tokens.spanFrom(first));
    }

    private QualifiedName tableName() {
        if (!NameParser.isNameBut(tokens.peek(), ReservedWords.IN_FROM)) {
            throw tokens.unexpected();
        }
        return grammar.names().qualifiedName();
    }

    private @Nullable TableAlias alias() {
        boolean explicit = tokens.accept("AS");
        if (!explicit && !bareAliasFollows()) {
            return null;
        }
        if (!NameParser.isNameBut(tokens.peek(), ReservedWords.IN_FROM)) {
            throw tokens.unexpected();
        }
        Identifier name = grammar.names().identifier();
        return new TableAlias(name, grammar.names().optionalColumnList());
    }

    private boolean bareAliasFollows() {
        Token token = tokens.peek();
        if (token.kind() == TokenKind.WORD
                && UNSUPPORTED_SUFFIXES.contains(token.text())
                && tokens.peek(1).isSymbol("(")) {
            throw tokens.notSupported(token.text() + " in FROM");
        }
        return NameParser.isNameBut(token, ReservedWords.IN_FROM)
                && NameParser.isNameBut(token, ReservedWords.NO_BARE_ALIAS);
    }

    private static boolean isQuotedStage(Token token) {
        return token.kind() == TokenKind.STRING && token.text().startsWith("@");
    }
}
