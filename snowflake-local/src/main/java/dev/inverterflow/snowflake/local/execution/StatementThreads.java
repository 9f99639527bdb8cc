package dev.inverterflow.snowflake.local.execution;

/**
 * Threads that run statements. Trees are walked recursively, here and in the engine, which dies with its process where a stack
 * ends: so theirs hold what the parser lets through. Memory is taken only as a stack grows.
 */
public final class StatementThreads {

    private static final long STACK_BYTES = 64L << 20;

    private StatementThreads() {}

    /** A daemon thread that is not started. */
    public static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, STACK_BYTES);
        thread.setDaemon(true);
        return thread;
    }
}
