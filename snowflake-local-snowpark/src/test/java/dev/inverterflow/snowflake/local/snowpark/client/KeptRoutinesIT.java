package dev.inverterflow.snowflake.local.snowpark.client;

import static dev.inverterflow.snowflake.local.snowpark.client.SnowparkServer.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.types.DataTypes;
import dev.inverterflow.snowflake.local.SnowflakeLocal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was registered from lambdas, after the server has started again over the same data. */
class KeptRoutinesIT {

    @TempDir
    private Path data;

    private SnowflakeLocal start() {
        return SnowflakeLocal.builder()
                .database("DB")
                .schema("S")
                .dataDirectory(data)
                .snowparkRuntime(Path.of(System.getProperty("snowpark.runtime")))
                .start();
    }

    @Test
    void whatIsPermanentOutlivesTheServerAndWhatIsTemporaryDoesNot() {
        try (SnowflakeLocal server = start()) {
            Session session = SnowparkServer.open(server);
            session.sql("CREATE STAGE CODE").collect();
            session.udf()
                    .registerPermanent("PLUS", Lambdas.plus(40), DataTypes.IntegerType, DataTypes.IntegerType, "CODE");
            session.udtf().registerPermanent("COUNTED", new TableLambdas.Counted(), "CODE");
            session.sproc()
                    .registerPermanent(
                            "GREET",
                            Lambdas.greeting("Hello"),
                            DataTypes.StringType,
                            DataTypes.StringType,
                            "CODE",
                            true);
            session.sproc().registerTemporary("HELLO", Lambdas.HELLO, DataTypes.StringType, DataTypes.StringType);
            session.close();
        }
        try (SnowflakeLocal server = start()) {
            Session session = SnowparkServer.open(server);
            assertThat(texts(session.sql("SELECT PLUS(2)").collect())).containsExactly("42");
            assertThat(texts(session.sql("SELECT N, LABEL FROM TABLE(COUNTED(5, 1))")
                            .collect()))
                    .containsExactly("5,row 0");
            assertThat(texts(session.storedProcedure("GREET", "Ann").collect())).containsExactly("Hello Ann");
            assertThatThrownBy(() -> session.storedProcedure("HELLO", "Ann").collect())
                    .hasMessageContaining("Unknown function HELLO");
            session.close();
        }
    }
}
