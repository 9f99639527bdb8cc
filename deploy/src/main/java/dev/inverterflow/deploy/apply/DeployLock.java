package dev.inverterflow.deploy.apply;

import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import dev.inverterflow.deploy.target.Target;
import java.util.List;
import java.util.Optional;

/**
 * One deployer at a time on a schema. DEPLOY_LOCK has one row; who turns it to his token by one conditional UPDATE holds
 * it until the lease ends by Snowflake's clock, so that a killed deployer blocks nobody for long. The lease is renewed
 * before each statement that begins late in it; a deployer who finds his token gone stops at once.
 */
final class DeployLock {
    static final int LEASE_SECONDS = 120;
    private static final long RENEW_AFTER_NANOS = 30_000_000_000L;

    private final SnowflakeSession session;
    private final String table;
    private final String token;
    private long renewedAt;

    private DeployLock(SnowflakeSession session, String table, String token) {
        this.session = session;
        this.table = table;
        this.token = token;
    }

    /**
     * Takes the lock.
     *
     * @param token unique to this run
     * @throws DeployException with {@link ExitCode#LOCKED} when somebody holds it
     */
    static DeployLock acquire(SnowflakeSession session, Target target, String token) {
        DeployLock lock = new DeployLock(session, target.object("DEPLOY_LOCK"), token);
        lock.createIfMissing();
        lock.take();
        return lock;
    }

    /** Keeps the lock through the next statement. */
    void keep() {
        if (System.nanoTime() - renewedAt < RENEW_AFTER_NANOS) {
            return;
        }
        int renewed = session.update(
                "update %s set EXPIRES_AT = dateadd(second, %d, sysdate()) where TOKEN = ?"
                        .formatted(table, LEASE_SECONDS),
                token);
        if (renewed == 0) {
            throw new DeployException(
                    ExitCode.LOCKED,
                    "another deployer took the lock over, since this one's lease had ended; it stops here and the other"
                            + " goes on");
        }
        renewedAt = System.nanoTime();
    }

    void release() {
        session.update(
                "update %s set HOLDER = null, TOKEN = null, EXPIRES_AT = null where TOKEN = ?".formatted(table), token);
    }

    private void createIfMissing() {
        session.execute("""
                create table if not exists %s (
                    NAME varchar not null,
                    HOLDER varchar,
                    TOKEN varchar,
                    EXPIRES_AT timestamp_ntz
                )
                comment = 'Who deploys at the moment; times are UTC'""".formatted(table));
        // Two first deployers at once may add a row each: whoever takes the lock must hold all rows.
        session.update("""
                merge into %s held using (select 'apply' as NAME) wanted on held.NAME = wanted.NAME
                when not matched then insert (NAME) values (wanted.NAME)""".formatted(table));
    }

    private void take() {
        session.update("""
                update %s
                set HOLDER = current_user() || ' in session ' || current_session(), TOKEN = ?,
                    EXPIRES_AT = dateadd(second, %d, sysdate())
                where TOKEN is null or EXPIRES_AT < sysdate()""".formatted(table, LEASE_SECONDS), token);
        renewedAt = System.nanoTime();
        Optional<Row> other =
                rows().stream().filter(row -> !row.text("TOKEN").equals(token)).findFirst();
        if (other.isPresent()) {
            release();
            throw new DeployException(ExitCode.LOCKED, held(other.get()));
        }
    }

    private List<Row> rows() {
        return session.show(
                "select HOLDER, TOKEN, EXPIRES_AT, datediff(second, sysdate(), EXPIRES_AT) as LEFT_SECONDS from "
                        + table);
    }

    private static String held(Row row) {
        return "another deployer is at work: " + row.text("HOLDER") + ". Its lease ends at " + row.text("EXPIRES_AT")
                + " UTC (in " + row.text("LEFT_SECONDS") + " s) unless it goes on; run apply again then";
    }
}
