package dev.inverterflow.snowflake.local.snowpark.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.snowflake.snowpark_java.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Query tags: the session's own, and those that Snowpark sends along with single statements. */
class SessionTagsIT {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private Session session;

    @BeforeEach
    void open() {
        session = SERVER.open();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void aTagOfOneStatementDoesNotBecomeTheSessions() {
        session.sql("SELECT 1").collect();

        assertThat(SnowparkServer.texts(session.sql("SHOW PARAMETERS LIKE 'QUERY_TAG'")
                        .select("\"value\"", "\"level\"")
                        .collect()))
                .containsExactly(",");
    }

    @Test
    void aTagThatSqlSetsIsTheOneToBeUpdated() {
        session.sql("ALTER SESSION SET QUERY_TAG = '{\"job\":\"night\"}'").collect();
        session.updateQueryTag("{\"step\":\"load\"}");

        assertThat(session.getQueryTag()).contains("{\"job\":\"night\",\"step\":\"load\"}");
    }

    @Test
    void aTagIsSetAndTakenBack() {
        session.setQueryTag("mine");
        assertThat(session.getQueryTag()).contains("mine");

        session.unsetQueryTag();
        assertThat(session.getQueryTag()).isEmpty();
    }
}
