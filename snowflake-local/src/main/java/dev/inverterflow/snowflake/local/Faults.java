package dev.inverterflow.snowflake.local;

import dev.inverterflow.snowflake.local.load.LoadPart;
import dev.inverterflow.snowflake.local.task.run.TaskFaults;
import java.time.ZoneId;
import java.util.function.IntConsumer;

/** What is to go wrong, for tests of how somebody copes with it. */
public final class Faults {
    private final TaskFaults tasks;
    private final LoadPart loads;
    private final Runnable tokens;
    private final IntConsumer answers;

    /**
     * @param tokens lets them expire
     * @param answers lets so many get lost
     */
    Faults(TaskFaults tasks, LoadPart loads, Runnable tokens, IntConsumer answers) {
        this.tasks = tasks;
        this.loads = loads;
        this.tokens = tokens;
        this.answers = answers;
    }

    /** Lets the tokens of all sessions expire at once, as after an hour without a statement; drivers renew them. */
    public void expireTokens() {
        tokens.run();
    }

    /**
     * Cuts the connection instead of answering, after the statement has run; drivers ask again.
     *
     * @param times how many of the next answers to statements get lost; 0 takes an earlier order back
     */
    public void loseAnswers(int times) {
        requireCount(times);
        answers.accept(times);
    }

    /**
     * Lets the next runs of a task fail before its statement begins.
     *
     * @param task its name without database and schema, in any case
     * @param times how many runs; 0 takes an earlier order back
     * @param message what the histories say
     */
    public void failTaskRuns(String task, int times, String message) {
        requireCount(times);
        tasks.failNextRuns(task, times, message);
    }

    /**
     * Lets METADATA$FILE_LAST_MODIFIED be another zone's wall clock than UTC, which Snowflake's documentation does not rule out.
     *
     * @param zone UTC takes an earlier order back
     */
    public void fileTimesIn(ZoneId zone) {
        loads.fileTimesIn(zone);
    }

    private static void requireCount(int times) {
        if (times < 0) {
            throw new IllegalArgumentException("times must not be negative: " + times);
        }
    }
}
