package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pipe that loads what S3 events announce.
 *
 * @param id tells this pipe from one of the same name before or after it: a replaced pipe has no load history
 * @param copy its COPY statement with full names, whose text is the definition
 * @param table the table it loads into
 * @param stage the stage it reads
 * @param stageId the stage's own id when the pipe was made: a replaced stage stops the pipe
 * @param pattern the regular expression of the COPY; null without one
 * @param execution whether it loads
 */
public record Pipe(
        ObjectName name,
        long id,
        CopyIntoTable copy,
        ObjectName table,
        ObjectName stage,
        long stageId,
        @Nullable String pattern,
        Execution execution,
        String owner,
        Instant createdOn,
        String comment)
        implements SchemaObject, Owned<Pipe> {
    static final ObjectType<Pipe> KIND = new ObjectType<>("PIPE", Pipe.class);

    /** Whether a pipe loads. */
    enum Execution {
        RUNNING,
        PAUSED
    }

    /** The queue that a bucket sends its events to; here one for all pipes, as in one region of one account. */
    String notificationChannel() {
        return "arn:aws:sqs:us-east-1:000000000000:sf-snowpipe-SNOWFLAKELOCAL";
    }

    Pipe withExecution(Execution newExecution) {
        return new Pipe(name, id, copy, table, stage, stageId, pattern, newExecution, owner, createdOn, comment);
    }

    Pipe withComment(String newComment) {
        return new Pipe(name, id, copy, table, stage, stageId, pattern, execution, owner, createdOn, newComment);
    }

    @Override
    public Pipe withOwner(String newOwner) {
        return new Pipe(name, id, copy, table, stage, stageId, pattern, execution, newOwner, createdOn, comment);
    }

    /** The ids of the pipes there are, as a list for SQL's IN. */
    public static String ids(Catalog catalog) {
        // No pipe has id 0; it keeps the list from being empty.
        return Stream.concat(Stream.of(0L), catalog.objects(KIND).all().stream().map(Pipe::id))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
