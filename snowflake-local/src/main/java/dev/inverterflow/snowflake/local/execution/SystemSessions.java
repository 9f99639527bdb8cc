package dev.inverterflow.snowflake.local.execution;

/** Opens sessions of the server itself: for task runs and pipe loads. They need no login and are never attached to. */
public interface SystemSessions {

    /** Opens a session; the caller closes it. */
    SystemSession open(SystemSessionSpec spec);
}
