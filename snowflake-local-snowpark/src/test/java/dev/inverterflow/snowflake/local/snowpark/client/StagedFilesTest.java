package dev.inverterflow.snowflake.local.snowpark.client;

import static com.snowflake.snowpark_java.Functions.col;
import static com.snowflake.snowpark_java.Functions.sqlExpr;
import static dev.inverterflow.snowflake.local.snowpark.client.SnowparkServer.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.CopyableDataFrame;
import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.DataFrameReader;
import com.snowflake.snowpark_java.SaveMode;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.WriteFileResult;
import com.snowflake.snowpark_java.types.DataTypes;
import com.snowflake.snowpark_java.types.StructField;
import com.snowflake.snowpark_java.types.StructType;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DataFrameReader, CopyableDataFrame and DataFrameWriter: from files to rows and tables, and back. */
class StagedFilesTest {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private static final StructType METERS = StructType.create(
            new StructField("ID", DataTypes.IntegerType),
            new StructField("NAME", DataTypes.StringType),
            new StructField("WATTS", DataTypes.createDecimalType(10, 2)));

    private static Session session;

    @BeforeAll
    static void fillStage() {
        session = SERVER.session();
        SERVER.run("CREATE STAGE FILES");
        put("plain.csv", "1,north,1.50\n2,south,2.25\n");
        put("header.csv", "id;name;watts\n1;'no;rth';1.50\n2;;2.25\n");
        put("broken.csv", "1,north,1.50\nx,south,2.25\n");
        put("readings.json", "[{\"id\": 1, \"v\": [1, 2]}, {\"id\": 2, \"v\": []}]");
    }

    private static void put(String name, String text) {
        session.file()
                .uploadStream("@FILES/" + name, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false);
    }

    @BeforeEach
    void createTarget() {
        SERVER.run("CREATE OR REPLACE TABLE TARGET (ID INT, NAME VARCHAR, WATTS NUMBER(10,2))");
    }

    static Stream<Arguments> readings() {
        return Stream.of(
                read("CSV of a schema", r -> r.schema(METERS).csv("@FILES/plain.csv"), "1,north,1.50", "2,south,2.25"),
                read(
                        "CSV with options",
                        r -> r.schema(METERS)
                                .options(Map.of(
                                        "field_delimiter", "';'",
                                        "skip_header", 1,
                                        "field_optionally_enclosed_by", "''''"))
                                .csv("@FILES/header.csv"),
                        "1,no;rth,1.50",
                        "2,null,2.25"),
                read(
                        "a pattern",
                        r -> r.schema(METERS)
                                .option("pattern", "'.*pl.*[.]csv'")
                                .csv("@FILES"),
                        "1,north,1.50",
                        "2,south,2.25"),
                read(
                        "JSON, path by path",
                        r -> r.option("strip_outer_array", true)
                                .json("@FILES/readings.json")
                                .select(sqlExpr("$1:id"), sqlExpr("$1:v[1]")),
                        "1,2",
                        "2,null"),
                read(
                        "what is computed of columns",
                        r -> r.schema(METERS)
                                .csv("@FILES/plain.csv")
                                .filter(col("WATTS").gt(sqlExpr("2")))
                                .select(col("NAME"), col("WATTS").multiply(sqlExpr("2"))),
                        "south,4.50"));
    }

    private static Arguments read(String what, Function<DataFrameReader, DataFrame> frame, String... rows) {
        return Arguments.of(what, frame, rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readings")
    void filesAreRead(String what, Function<DataFrameReader, DataFrame> frame, String... rows) {
        assertThat(texts(frame.apply(session.read()).collect())).as(what).containsExactlyInAnyOrder(rows);
    }

    @Test
    void aTableIsReadByName() {
        SERVER.run("INSERT INTO TARGET VALUES (1, 'a', 2)");

        assertThat(texts(session.read().table("TARGET").collect())).containsExactly("1,a,2.00");
    }

    @Test
    void aBadValueIsTheErrorOfTheRead() {
        assertThatThrownBy(() ->
                        session.read().schema(METERS).csv("@FILES/broken.csv").collect())
                .hasMessageContaining("Numeric value 'x' is not recognized");
    }

    @Test
    void csvWithoutASchemaAndFormatsTheStandInLacksAreRefusedByName() {
        assertThatThrownBy(() -> session.read().csv("@FILES/plain.csv")).hasMessageContaining("schema");
        assertThatThrownBy(() -> session.read().parquet("@FILES/x.parquet").collect())
                .hasMessageContaining("not supported by snowflake-local: files of TYPE = PARQUET");
        assertThatThrownBy(() -> session.read().xml("@FILES/x.xml").collect())
                .hasMessageContaining("not supported by snowflake-local: files of TYPE = XML");
    }

    @Test
    void copyIntoLoadsAFileOnce() {
        CopyableDataFrame frame = session.read().schema(METERS).csv("@FILES/plain.csv");

        frame.copyInto("TARGET");
        frame.copyInto("TARGET");
        assertThat(SERVER.rows("SELECT * FROM TARGET ORDER BY ID")).containsExactly("1,north,1.50", "2,south,2.25");
        frame.copyInto("TARGET", new Column[0], Map.of("FORCE", true));
        assertThat(SERVER.rows("SELECT COUNT(*) FROM TARGET")).containsExactly("4");
    }

    @Test
    void copyIntoTransformsIntoTheColumnsItNames() {
        session.read()
                .schema(METERS)
                .csv("@FILES/plain.csv")
                .copyInto("TARGET", new String[] {"NAME", "ID"}, new Column[] {col("$2"), col("$1")}, Map.of());

        assertThat(SERVER.rows("SELECT * FROM TARGET ORDER BY ID")).containsExactly("1,north,null", "2,south,null");
    }

    @Test
    void copyIntoOfABrokenFileFollowsOnError() {
        CopyableDataFrame frame =
                session.read().option("on_error", "continue").schema(METERS).csv("@FILES/broken.csv");

        frame.copyInto("TARGET");

        assertThat(SERVER.rows("SELECT ID FROM TARGET")).containsExactly("1");
    }

    @Test
    void copyIntoCreatesTheTableItDoesNotFind() {
        SERVER.run("DROP TABLE IF EXISTS CREATED");

        session.read().schema(METERS).csv("@FILES/plain.csv").copyInto("CREATED");

        assertThat(SERVER.rows("SELECT ID, NAME FROM CREATED ORDER BY 1")).containsExactly("1,north", "2,south");
    }

    @Test
    void tablesAreWrittenByMode() {
        DataFrame frame = session.sql("SELECT 7 AS ID, 'x' AS NAME, 1.5::NUMBER(10,2) AS WATTS");

        frame.write().mode(SaveMode.Append).saveAsTable("TARGET");
        frame.write().mode("append").saveAsTable(new String[] {"DB", "S", "TARGET"});
        assertThat(SERVER.rows("SELECT * FROM TARGET")).containsExactly("7,x,1.50", "7,x,1.50");
        frame.write().mode(SaveMode.Ignore).saveAsTable("TARGET");
        assertThat(SERVER.rows("SELECT COUNT(*) FROM TARGET")).containsExactly("2");
        frame.write().mode(SaveMode.Overwrite).saveAsTable("TARGET");
        assertThat(SERVER.rows("SELECT COUNT(*) FROM TARGET")).containsExactly("1");
        assertThatThrownBy(() -> frame.write().mode(SaveMode.ErrorIfExists).saveAsTable("TARGET"))
                .hasMessageContaining("already exists");
        assertThat(SERVER.rows("SHOW TABLES LIKE 'TARGET'")).hasSize(1);
    }

    @Test
    void columnsGoByNameOrByPlace() {
        session.sql("SELECT 'x' AS NAME, 2 AS WATTS, 7 AS ID")
                .write()
                .mode(SaveMode.Append)
                .option("columnOrder", "name")
                .saveAsTable("TARGET");

        assertThat(SERVER.rows("SELECT * FROM TARGET")).containsExactly("7,x,2.00");
        DataFrame frame = session.sql("SELECT 'x' AS NAME, 7 AS ID");
        assertThatThrownBy(() -> frame.write().mode(SaveMode.Append).saveAsTable("TARGET"))
                .hasMessageContaining("Insert value list does not match column list expecting 3 but got 2");
        session.sql("SELECT 8, 'y', 1")
                .write()
                .mode(SaveMode.Append)
                .option("columnOrder", "index")
                .saveAsTable("TARGET");
        assertThat(SERVER.rows("SELECT * FROM TARGET WHERE ID = 8")).containsExactly("8,y,1.00");
    }

    @Test
    void rowsAreUnloadedAsCsvAndJson() {
        SERVER.run("CREATE OR REPLACE STAGE OUT", "INSERT INTO TARGET VALUES (1, 'a', 2), (2, NULL, 3)");
        DataFrame frame = session.table("TARGET");

        WriteFileResult csv = frame.write()
                .option("header", true)
                .option("compression", "none")
                .option("single", true)
                .csv("@OUT/rows.csv");
        session.sql("SELECT OBJECT_CONSTRUCT('id', ID) FROM TARGET").write().json("@OUT/json/");

        assertThat(csv.getSchema().names()).containsExactly("\"rows_unloaded\"", "\"input_bytes\"", "\"output_bytes\"");
        assertThat(csv.getRows()[0].getLong(0)).isEqualTo(2);
        assertThat(SERVER.rows("SELECT $1, $2 FROM @OUT/rows.csv"))
                .containsExactlyInAnyOrder("ID,NAME", "1,a", "2,null");
        assertThat(texts(session.read()
                        .json("@OUT/json/")
                        .select(sqlExpr("$1:id"))
                        .collect()))
                .containsExactlyInAnyOrder("1", "2");
        assertThatThrownBy(() -> frame.write().option("single", true).csv("@OUT/rows.csv"))
                .hasMessageContaining("rows.csv");
        frame.write()
                .mode(SaveMode.Overwrite)
                .option("single", true)
                .option("compression", "none")
                .csv("@OUT/rows.csv");
        assertThat(SERVER.rows("SELECT COUNT(*) FROM @OUT/rows.csv")).containsExactly("2");
        assertThatThrownBy(() -> frame.write().parquet("@OUT/p/"))
                .hasMessageContaining("not supported by snowflake-local: unloading files of TYPE = PARQUET");
    }
}
