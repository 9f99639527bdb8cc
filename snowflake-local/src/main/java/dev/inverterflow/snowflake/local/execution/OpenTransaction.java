package dev.inverterflow.snowflake.local.execution;

import java.time.Instant;

/**
 * A transaction as others may know it.
 *
 * @param id its number, as in CURRENT_TRANSACTION()
 * @param session the number of the session it is in
 * @param user whose session that is
 * @param name what BEGIN called it, or a made-up name
 * @param startedOn when it began
 */
public record OpenTransaction(long id, long session, String user, String name, Instant startedOn) {}
