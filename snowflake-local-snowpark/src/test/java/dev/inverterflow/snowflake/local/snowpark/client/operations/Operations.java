package dev.inverterflow.snowflake.local.snowpark.client.operations;

import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.Session;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What programs do with Snowpark, each operation with a text for its result: the same for a client and for a procedure's
 * handler. The classes of this package need nothing of the tests, since they are put into a jar for the server.
 */
public final class Operations {

    /** Something done with a session, and what came of it. */
    @FunctionalInterface
    interface Operation {
        String run(Session session) throws Exception;
    }

    /** A line of {@link #run(Session)}: the operation's name, this, the text of its result. */
    public static final String ARROW = " -> ";

    private Operations() {}

    /** A handler: runs all operations and gives a line for each. */
    public static String run(Session session) {
        Map<String, Operation> all = new LinkedHashMap<>();
        all.putAll(Reading.operations());
        all.putAll(Writing.operations());
        all.putAll(Routines.operations());
        all.putAll(SessionState.operations());
        return all.entrySet().stream()
                .map(each -> each.getKey() + ARROW + text(each.getValue(), session))
                .collect(Collectors.joining("\n"));
    }

    /** A handler: begins a query that will not end by itself, and leaves it. */
    public static String leaveQuery(Session session) {
        return session.sql(
                        "SELECT SUM(A.SEQ * B.SEQ) FROM (SELECT SEQ8() AS SEQ FROM TABLE(GENERATOR(ROWCOUNT => 3000000))) A,"
                                + " (SELECT SEQ8() AS SEQ FROM TABLE(GENERATOR(ROWCOUNT => 3000000))) B")
                .async()
                .collect()
                .getQueryId();
    }

    private static String text(Operation operation, Session session) {
        try {
            return line(operation.run(session));
        } catch (Exception refused) {
            return "refused: " + line(String.valueOf(refused.getMessage()));
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    static String rows(DataFrame frame) {
        return rows(frame.collect());
    }

    static String rows(Row[] rows) {
        return Arrays.stream(rows)
                .map(row -> row.toList().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining(" "));
    }
}
