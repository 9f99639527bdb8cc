package dev.inverterflow.snowflake.local.session;

/**
 * A session and the level of calls at which statements enter it.
 *
 * @param frame level 0 for a login of its own, a deeper one for a procedure's driver
 */
record SessionEntry(ServerSession session, Frame frame) {

    /** Whether it joined another's session. */
    boolean attached() {
        return frame.depth() > 0;
    }
}
