package dev.inverterflow.snowflake.local.catalog;

import java.time.Instant;

/**
 * A sequence. The engine counts; what is here says how.
 *
 * @param id tells this sequence from one of the same name before or after it; the engine's is named by it
 * @param start the first number
 * @param increment the step to the next one, never 0
 * @param ordered whether ORDER was asked for; the engine's numbers rise in any case
 */
public record Sequence(
        ObjectName name,
        long id,
        long start,
        long increment,
        boolean ordered,
        String owner,
        Instant createdOn,
        String comment)
        implements SchemaObject, Owned<Sequence>, Movable<Sequence> {

    public Sequence withNumbering(long newStart, long newIncrement, boolean newOrdered) {
        return new Sequence(name, id, newStart, newIncrement, newOrdered, owner, createdOn, comment);
    }

    @Override
    public Sequence withComment(String newComment) {
        return new Sequence(name, id, start, increment, ordered, owner, createdOn, newComment);
    }

    @Override
    public Sequence withName(ObjectName newName) {
        return new Sequence(newName, id, start, increment, ordered, owner, createdOn, comment);
    }

    @Override
    public Sequence withOwner(String newOwner) {
        return new Sequence(name, id, start, increment, ordered, newOwner, createdOn, comment);
    }
}
