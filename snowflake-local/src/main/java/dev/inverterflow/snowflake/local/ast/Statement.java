package dev.inverterflow.snowflake.local.ast;

/** A whole statement: a query, DML, DDL or a command. */
public sealed interface Statement permits Statement.QueryStatement, DmlStatement, DdlStatement, Command {
    /** The statement from its first to its last token; {@link Span#text()} is its text without the semicolon. */
    Span span();

    /** Calls the method of its family. */
    <R> R accept(Visitor<R> visitor);

    /** A query whose result is what the client wants. */
    record QueryStatement(Query query, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visitQuery(this);
        }
    }

    /** One method per family. */
    interface Visitor<R> {
        R visitQuery(QueryStatement statement);

        R visitDml(DmlStatement statement);

        R visitDdl(DdlStatement statement);

        R visitCommand(Command command);
    }
}
