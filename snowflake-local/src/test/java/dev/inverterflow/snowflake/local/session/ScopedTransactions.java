package dev.inverterflow.snowflake.local.session;

import dev.inverterflow.snowflake.local.execution.SystemSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Two sessions of a server with procedures, and two tables with a row of 0 each: what tests of scoped transactions begin with. */
abstract class ScopedTransactions {

    ProcedureServer server;
    SystemSession caller;
    SystemSession other;

    @BeforeEach
    void open() throws Exception {
        server = new ProcedureServer();
        caller = server.caller();
        other = server.another();
        caller.execute("create table u (a int)");
        caller.execute("insert into t values (0)");
        caller.execute("insert into u values (0)");
    }

    @AfterEach
    void close() throws Exception {
        other.close();
        server.close();
    }
}
