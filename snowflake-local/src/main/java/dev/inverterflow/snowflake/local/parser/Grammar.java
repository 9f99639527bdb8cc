package dev.inverterflow.snowflake.local.parser;

/** The parsers of one text, which call each other: a query holds expressions, an expression may hold a query. */
final class Grammar {
    private final Tokens tokens;
    private final NameParser names;
    private final TypeParser types;
    private final ExpressionParser expressions;
    private final QueryParser queries;
    private final RelationParser relations;
    private final PropertyParser properties;
    private final StatementTable statements;

    Grammar(String source, SqlParser.NameSource nameSource) {
        tokens = new Tokens(source);
        names = new NameParser(tokens, nameSource);
        types = new TypeParser(tokens);
        expressions = new ExpressionParser(this);
        queries = new QueryParser(this);
        relations = new RelationParser(this);
        properties = new PropertyParser(this);
        statements = new StatementTable(this);
    }

    Tokens tokens() {
        return tokens;
    }

    NameParser names() {
        return names;
    }

    TypeParser types() {
        return types;
    }

    ExpressionParser expressions() {
        return expressions;
    }

    QueryParser queries() {
        return queries;
    }

    RelationParser relations() {
        return relations;
    }

    PropertyParser properties() {
        return properties;
    }

    StatementTable statements() {
        return statements;
    }
}
