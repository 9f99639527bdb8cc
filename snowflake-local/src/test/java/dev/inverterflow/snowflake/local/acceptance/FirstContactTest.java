package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class FirstContactTest {

    @Test
    void aDriverLogsInCreatesATableInsertsAndReadsBack() throws Exception {
        try (SnowflakeLocal snowflake =
                        SnowflakeLocal.builder().database("DB").schema("S").start();
                Connection connection =
                        DriverManager.getConnection(snowflake.jdbcUrl() + "/?db=DB&schema=S", snowflake.properties());
                Statement statement = connection.createStatement()) {
            try (ResultSet one = statement.executeQuery("select 1")) {
                one.next();
                assertThat(one.getInt(1)).isEqualTo(1);
            }
            statement.execute("create table t (a int, b varchar not null, v variant)");
            assertThat(statement.executeUpdate("insert into t select 1, 'x', parse_json('{\"b\": [1,2]}')"))
                    .isEqualTo(1);
            try (ResultSet rows = statement.executeQuery("select a, b, v, v:b[1]::int as c from t")) {
                rows.next();
                assertThat(rows.getInt("A")).isEqualTo(1);
                assertThat(rows.getString("B")).isEqualTo("x");
                assertThat(rows.getString("V")).isEqualTo("{\n  \"b\": [\n    1,\n    2\n  ]\n}");
                assertThat(rows.getInt("C")).isEqualTo(2);
            }
        }
    }
}
