package dev.inverterflow.snowflake.local.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transaction as others may know it.
 *
 * @param id its number, as in CURRENT_TRANSACTION()
 * @param session the number of the session it is in
 * @param user whose session that is
 * @param name what BEGIN called it, or a made-up name
 * @param startedOn when it began
 * @param scope the number of the CALL in whose body it began; 0 outside of all
 * @param enclosing the number of the open transaction in which it is a scoped one; null if it is in none
 */
public record OpenTransaction(
        long id,
        long session,
        String user,
        String name,
        Instant startedOn,
        long scope,
        @Nullable Long enclosing) {}
