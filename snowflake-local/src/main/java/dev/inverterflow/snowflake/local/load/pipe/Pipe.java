package dev.inverterflow.snowflake.local.load.pipe;

import dev.inverterflow.snowflake.local.ast.DmlStatement.CopyIntoTable;
import dev.inverterflow.snowflake.local.catalog.Catalog;
import dev.inverterflow.snowflake.local.catalog.Commented;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.catalog.ObjectType;
import dev.inverterflow.snowflake.local.catalog.Owned;
import dev.inverterflow.snowflake.local.catalog.SchemaObject;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A pipe.
 *
 * @param id tells this pipe from one of the same name before or after it: a replaced pipe has no load history
 * @param copy its COPY statement with full names, whose text is the definition
 * @param table the table it loads into
 * @param source the stage it reads, as it was when the pipe was made
 * @param pattern the regular expression of the COPY; null without one
 * @param feed how it hears of files
 * @param errorIntegration the notification integration that is told of files that fail; null without one
 * @param state whether it loads
 */
public record Pipe(
        ObjectName name,
        long id,
        CopyIntoTable copy,
        ObjectName table,
        PipeSource source,
        @Nullable String pattern,
        Feed feed,
        @Nullable String errorIntegration,
        PipeState state,
        String owner,
        Instant createdOn,
        String comment)
        implements SchemaObject, Owned<Pipe>, Commented<Pipe> {
    public static final ObjectType<Pipe> KIND = new ObjectType<>("PIPE", Pipe.class);

    /** How a pipe hears of files (AUTO_INGEST). */
    enum Feed {
        /** By the bucket's event notifications, and by REFRESH. */
        EVENTS,
        /** By REFRESH only: the REST API that would name files to it is not served here. */
        REFRESH
    }

    /** The queue that a bucket sends its events to, here one for all pipes, as in one region of one account; null if none. */
    @Nullable
    public String notificationChannel() {
        return feed == Feed.EVENTS ? "arn:aws:sqs:us-east-1:000000000000:sf-snowpipe-SNOWFLAKELOCAL" : null;
    }

    Pipe withState(PipeState newState) {
        return copy(errorIntegration, newState, owner, comment);
    }

    Pipe withErrorIntegration(@Nullable String newIntegration) {
        return copy(newIntegration, state, owner, comment);
    }

    @Override
    public Pipe withComment(String newComment) {
        return copy(errorIntegration, state, owner, newComment);
    }

    @Override
    public Pipe withOwner(String newOwner) {
        return copy(errorIntegration, newOwner.equals(owner) ? state : state.transferred(), newOwner, comment);
    }

    private Pipe copy(@Nullable String newIntegration, PipeState newState, String newOwner, String newComment) {
        return new Pipe(
                name,
                id,
                copy,
                table,
                source,
                pattern,
                feed,
                newIntegration,
                newState,
                newOwner,
                createdOn,
                newComment);
    }

    /** The ids of the pipes there are, as a list for SQL's IN. */
    public static String ids(Catalog catalog) {
        // No pipe has id 0; it keeps the list from being empty.
        return Stream.concat(Stream.of(0L), catalog.objects(KIND).all().stream().map(Pipe::id))
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
