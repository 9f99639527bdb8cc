package dev.inverterflow.snowflake.local.snowpark.client;

import static com.snowflake.snowpark_java.Functions.array_agg;
import static com.snowflake.snowpark_java.Functions.avg;
import static com.snowflake.snowpark_java.Functions.callUDF;
import static com.snowflake.snowpark_java.Functions.col;
import static com.snowflake.snowpark_java.Functions.count;
import static com.snowflake.snowpark_java.Functions.lit;
import static com.snowflake.snowpark_java.Functions.max;
import static com.snowflake.snowpark_java.Functions.rank;
import static com.snowflake.snowpark_java.Functions.row_number;
import static com.snowflake.snowpark_java.Functions.seq4;
import static com.snowflake.snowpark_java.Functions.sum;
import static com.snowflake.snowpark_java.Functions.uniform;
import static com.snowflake.snowpark_java.Functions.when;
import static dev.inverterflow.snowflake.local.snowpark.client.SnowparkServer.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.Functions;
import com.snowflake.snowpark_java.GroupingSets;
import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.TableFunctions;
import com.snowflake.snowpark_java.Window;
import com.snowflake.snowpark_java.types.DataTypes;
import com.snowflake.snowpark_java.types.StructField;
import com.snowflake.snowpark_java.types.StructType;
import com.snowflake.snowpark_java.types.Variant;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Reading with the DataFrame API of the unmodified Snowpark library. Long because all of it reads the same few tables; writing,
 * files and sessions have classes of their own.
 */
class DataFrameTest {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private static Session session;

    @BeforeAll
    static void createTables() {
        session = SERVER.session();
        SERVER.run(
                "CREATE TABLE PLANTS (ID INT, SITE VARCHAR, POWER NUMBER(10,2), DETAILS VARIANT)",
                """
                INSERT INTO PLANTS SELECT $1, $2, $3, PARSE_JSON($4) FROM VALUES
                    (1, 'A', 10.50, '{"tags": ["x", "y"], "owner": {"name": "Ann"}}'),
                    (2, 'A', 20.00, '{"tags": [], "owner": {"name": "Bob"}}'),
                    (3, 'B', 5.25, '{"tags": ["z"]}'),
                    (4, 'C', NULL, NULL)
                """,
                "CREATE TABLE SITES (SITE VARCHAR, CITY VARCHAR)",
                "INSERT INTO SITES VALUES ('A', 'Aachen'), ('B', 'Berlin'), ('D', 'Dresden')");
    }

    private static DataFrame plants() {
        return session.table("PLANTS");
    }

    @Test
    void sqlTakesBinds() {
        assertThat(texts(session.sql("SELECT ? + 1, ? || '!', ? IS NULL", 41, "a", null)
                        .collect()))
                .containsExactly("42,a!,true");
    }

    @Test
    void theSchemaIsKnownWithoutRunningTheQuery() {
        StructType schema = plants().select(col("ID"), col("SITE"), col("POWER"), col("DETAILS"))
                .schema();

        assertThat(schema.names()).containsExactly("ID", "SITE", "POWER", "DETAILS");
        assertThat(schema)
                .extracting(StructField::dataType)
                .containsExactly(
                        DataTypes.LongType,
                        DataTypes.StringType,
                        DataTypes.createDecimalType(10, 2),
                        DataTypes.VariantType);
    }

    @Test
    void aSmallDataFrameOfEveryTypeComesBackAsItWas() {
        StructType schema = StructType.create(
                new StructField("B", DataTypes.BooleanType),
                new StructField("BY", DataTypes.ByteType),
                new StructField("SH", DataTypes.ShortType),
                new StructField("I", DataTypes.IntegerType),
                new StructField("L", DataTypes.LongType),
                new StructField("F", DataTypes.FloatType),
                new StructField("D", DataTypes.DoubleType),
                new StructField("N", DataTypes.createDecimalType(10, 2)),
                new StructField("S", DataTypes.StringType),
                new StructField("BI", DataTypes.BinaryType),
                new StructField("DA", DataTypes.DateType),
                new StructField("T", DataTypes.TimeType),
                new StructField("TS", DataTypes.TimestampType),
                new StructField("V", DataTypes.VariantType),
                new StructField("A", DataTypes.createArrayType(DataTypes.StringType)),
                new StructField("M", DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType)));
        Row row = Row.create(
                true,
                (byte) 1,
                (short) 2,
                3,
                4L,
                1.5f,
                2.5d,
                new BigDecimal("12.34"),
                "it's",
                new byte[] {1, 2},
                Date.valueOf("2024-02-29"),
                Time.valueOf("01:02:03"),
                Timestamp.valueOf("2024-02-29 01:02:03.5"),
                new Variant("{\"a\": 1}"),
                new Variant[] {new Variant("x"), new Variant(1)},
                Map.of("k", new Variant(1)));

        Row back = session.createDataFrame(new Row[] {row}, schema).first().orElseThrow();

        assertThat(back.getBoolean(0)).isTrue();
        assertThat(back.getLong(1)).isEqualTo(1);
        assertThat(back.getLong(3)).isEqualTo(3);
        assertThat(back.getDouble(5)).isEqualTo(1.5);
        assertThat(back.getDecimal(7)).isEqualByComparingTo("12.34");
        assertThat(back.getString(8)).isEqualTo("it's");
        assertThat(back.getBinary(9)).containsExactly(1, 2);
        assertThat(back.getDate(10)).isEqualTo(Date.valueOf("2024-02-29"));
        assertThat(back.getTime(11)).isEqualTo(Time.valueOf("01:02:03"));
        assertThat(back.getTimestamp(12)).isEqualTo(Timestamp.valueOf("2024-02-29 01:02:03.5"));
        assertThat(back.getVariant(13).asMap().get("a").asInt()).isEqualTo(1);
        assertThat(back.getString(14)).contains("\"x\"");
        assertThat(back.getString(15)).contains("\"k\": 1");
    }

    @Test
    void nullsOfEveryTypeAreKept() {
        StructType schema = StructType.create(
                new StructField("I", DataTypes.IntegerType),
                new StructField("S", DataTypes.StringType),
                new StructField("D", DataTypes.DoubleType),
                new StructField("TS", DataTypes.TimestampType),
                new StructField("V", DataTypes.VariantType));

        Row back = session.createDataFrame(new Row[] {Row.create(null, null, null, null, null)}, schema)
                .first()
                .orElseThrow();

        assertThat(back.toList()).containsOnlyNulls();
    }

    @Test
    void aLargeDataFrameGoesThroughATemporaryTable() {
        StructType schema = StructType.create(
                new StructField("ID", DataTypes.IntegerType),
                new StructField("NAME", DataTypes.StringType),
                new StructField("AT", DataTypes.TimestampType),
                new StructField("V", DataTypes.VariantType));
        Row[] rows = new Row[5000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Row.create(i, i % 7 == 0 ? null : "n" + i, new Timestamp(i * 1000L), new Variant(i));
        }

        DataFrame frame = session.createDataFrame(rows, schema);

        assertThat(frame.count()).isEqualTo(5000);
        assertThat(texts(frame.agg(sum(col("ID")), count(col("NAME")), sum(col("V")))
                        .collect()))
                .containsExactly("12497500,4285,1.24975E7");
    }

    @Test
    void selectRenameDropAndWithColumn() {
        DataFrame frame = plants().withColumn("DOUBLED", col("POWER").multiply(lit(2)))
                .withColumns(new String[] {"X", "Y"}, new Column[] {lit(1), lit("y")})
                .rename("PLANT", col("ID"))
                .drop("DETAILS", "POWER");

        assertThat(frame.schema().names()).containsExactly("PLANT", "SITE", "DOUBLED", "X", "Y");
        assertThat(texts(frame.sort(col("PLANT").asc()).first(2))).containsExactly("1,A,21.00,1,y", "2,A,40.00,1,y");
    }

    @Test
    void filterLimitAndSortWithNulls() {
        assertThat(texts(plants().sort(col("POWER").asc_nulls_first())
                        .select("ID")
                        .collect()))
                .containsExactly("4", "3", "1", "2");
        assertThat(texts(plants().sort(col("POWER").desc_nulls_last())
                        .limit(2)
                        .select("ID")
                        .collect()))
                .containsExactly("2", "1");
        assertThat(texts(plants().where(col("POWER")
                                .between(lit(6), lit(15))
                                .or(col("SITE").in("B", "X")))
                        .select("ID")
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1", "3");
        assertThat(plants().filter(col("SITE").in(session.table("SITES").select("SITE")))
                        .count())
                .isEqualTo(3);
        assertThat(plants().filter(col("SITE").like(lit("%A%")).and(col("SITE").regexp(lit("[A-B]"))))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void groupsByKeysAndGroupingSets() {
        assertThat(texts(plants().groupBy("SITE")
                        .agg(sum(col("POWER")).as("S"), avg(col("POWER")), count(lit(1)), max(col("ID")))
                        .sort(col("SITE").asc())
                        .collect()))
                .containsExactly("A,30.50,15.25000000,2,2", "B,5.25,5.25000000,1,3", "C,null,null,1,4");
        assertThat(texts(plants().rollup("SITE")
                        .agg(count(lit(1)))
                        .sort(col("SITE").asc_nulls_last())
                        .collect()))
                .containsExactly("A,2", "B,1", "C,1", "null,4");
        assertThat(plants().cube("SITE", "ID").agg(count(lit(1))).count()).isEqualTo(12);
        assertThat(plants().groupByGroupingSets(GroupingSets.create(Set.of(col("SITE")), Set.of(col("ID"))))
                        .agg(count(lit(1)))
                        .count())
                .isEqualTo(7);
        assertThat(texts(plants().groupBy(col("SITE"))
                        .count()
                        .sort(col("SITE").asc())
                        .collect()))
                .containsExactly("A,2", "B,1", "C,1");
        assertThat(texts(plants().groupBy(col("SITE"))
                        .max(col("ID"), col("POWER"))
                        .sort(col("SITE").asc())
                        .collect()))
                .containsExactly("A,2,20.00", "B,3,5.25", "C,4,null");
        assertThat(texts(plants().groupBy(col("SITE"))
                        .median(col("POWER"))
                        .sort(col("SITE").asc())
                        .collect()))
                .containsExactly("A,15.25000", "B,5.25000", "C,null");
    }

    @Test
    void pivotsValuesIntoColumns() {
        DataFrame frame = plants().select("SITE", "POWER")
                .pivot("SITE", new Object[] {"A", "B"})
                .sum(col("POWER"));

        assertThat(texts(frame.collect())).containsExactly("30.50,5.25");
        assertThat(texts(plants().select("ID", "SITE", "POWER")
                        .pivot(col("SITE"), new Object[] {"A", "B"})
                        .agg(max(col("POWER")))
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1,10.50,null", "2,20.00,null", "3,null,5.25", "4,null,null");
    }

    @Test
    void joinsOnNamesAndConditions() {
        DataFrame sites = session.table("SITES");

        assertThat(texts(plants().join(sites, "SITE")
                        .select("ID", "SITE", "CITY")
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1,A,Aachen", "2,A,Aachen", "3,B,Berlin");
        assertThat(texts(plants().join(sites, new String[] {"SITE"}, "left")
                        .select("ID", "CITY")
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1,Aachen", "2,Aachen", "3,Berlin", "4,null");
        assertThat(texts(plants().join(sites, new String[] {"SITE"}, "full")
                        .select("SITE", "ID", "CITY")
                        .sort(col("SITE").asc(), col("ID").asc())
                        .collect()))
                .containsExactly("A,1,Aachen", "A,2,Aachen", "B,3,Berlin", "C,4,null", "D,null,Dresden");
        DataFrame left = plants();
        assertThat(texts(left.join(sites, left.col("SITE").equal_to(sites.col("SITE")), "right")
                        .select(left.col("ID"), sites.col("CITY"))
                        .sort(left.col("ID").asc())
                        .collect()))
                .containsExactly("null,Dresden", "1,Aachen", "2,Aachen", "3,Berlin");
        assertThat(texts(plants().join(sites, new String[] {"SITE"}, "leftsemi")
                        .select("ID")
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1", "2", "3");
        assertThat(texts(plants().join(sites, new String[] {"SITE"}, "leftanti")
                        .select("ID")
                        .collect()))
                .containsExactly("4");
        assertThat(plants().crossJoin(sites).count()).isEqualTo(12);
        assertThat(texts(plants().naturalJoin(sites)
                        .select("ID", "CITY")
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1,Aachen", "2,Aachen", "3,Berlin");
        assertThat(plants().naturalJoin(sites, "left").count()).isEqualTo(4);
    }

    @Test
    void selfJoinsKeepTheSidesApart() {
        DataFrame a = plants();
        DataFrame b = plants().clone();

        assertThat(a.join(
                                b,
                                a.col("SITE")
                                        .equal_to(b.col("SITE"))
                                        .and(a.col("ID").lt(b.col("ID"))))
                        .count())
                .isEqualTo(1);
    }

    @Test
    void setOperations() {
        DataFrame a = session.range(3).toDF("A");
        DataFrame b = session.range(2, 5).toDF("A");

        assertThat(texts(a.union(b).sort(col("A").asc()).collect())).containsExactly("0", "1", "2", "3", "4");
        assertThat(a.unionAll(b).count()).isEqualTo(6);
        assertThat(texts(a.intersect(b).collect())).containsExactly("2");
        assertThat(texts(a.except(b).sort(col("A").asc()).collect())).containsExactly("0", "1");
        DataFrame ab = session.sql("SELECT 1 AS A, 2 AS B");
        DataFrame ba = session.sql("SELECT 20 AS B, 10 AS A");
        assertThat(texts(ab.unionByName(ba).sort(col("A").asc()).collect())).containsExactly("1,2", "10,20");
        assertThat(texts(ab.unionAllByName(ba).sort(col("A").asc()).collect())).containsExactly("1,2", "10,20");
        assertThat(plants().select("SITE").distinct().count()).isEqualTo(3);
        assertThat(plants().dropDuplicates("SITE").count()).isEqualTo(3);
    }

    @Test
    void windowsRankAndFrame() {
        Column running = sum(col("POWER"))
                .over(Window.partitionBy(col("SITE"))
                        .orderBy(col("ID").asc())
                        .rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        assertThat(texts(plants().select(
                                col("ID"),
                                running,
                                row_number().over(Window.orderBy(col("ID").desc())),
                                rank().over(Window.orderBy(col("SITE").asc())))
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1,10.50,4,1", "2,30.50,3,1", "3,5.25,2,3", "4,null,1,4");
        assertThat(texts(plants().select(
                                col("ID"),
                                sum(col("ID"))
                                        .over(Window.orderBy(col("ID").asc()).rowsBetween(-1, 1)),
                                sum(col("ID"))
                                        .over(Window.orderBy(col("ID").asc())
                                                .rowsBetween(0, Window.unboundedFollowing())))
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1,3,10", "2,6,9", "3,9,7", "4,7,4");
    }

    @Test
    void readsInsideVariants() {
        assertThat(texts(plants().select(
                                col("ID"),
                                col("DETAILS")
                                        .subField("owner")
                                        .subField("name")
                                        .cast(DataTypes.StringType),
                                col("DETAILS").subField("tags").subField(0).cast(DataTypes.StringType))
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1,Ann,x", "2,Bob,null", "3,null,z", "4,null,null");
    }

    @Test
    void flattensArrays() {
        assertThat(texts(plants().flatten(col("DETAILS").subField("tags"))
                        .select(col("ID"), col("INDEX"), col("VALUE").cast(DataTypes.StringType))
                        .collect()))
                .containsExactly("1,0,x", "1,1,y", "3,0,z");
        assertThat(plants().flatten(col("DETAILS"), "tags", true, false, "ARRAY")
                        .count())
                .isEqualTo(5);
        assertThat(texts(session.flatten(Functions.parse_json(lit("{\"a\":1,\"b\":[2]}")), "", false, true, "BOTH")
                        .select("PATH")
                        .collect()))
                .containsExactly("a", "b", "b[0]");
        assertThat(plants().join(
                                TableFunctions.flatten(),
                                Map.of("input", col("DETAILS").subField("tags")))
                        .select("ID", "VALUE")
                        .count())
                .isEqualTo(3);
        assertThat(texts(session.tableFunction(TableFunctions.split_to_table(), lit("a,b"), lit(","))
                        .select("VALUE")
                        .collect()))
                .containsExactly("a", "b");
    }

    @Test
    void generatesRows() {
        assertThat(texts(session.range(1, 10, 3).collect())).containsExactly("1", "4", "7");
        assertThat(texts(session.generator(3, seq4().as("N"))
                        .sort(col("N").asc())
                        .collect()))
                .containsExactly("0", "1", "2");
        assertThat(session.generator(
                                20, uniform(lit(1), lit(5), Functions.random()).as("U"))
                        .filter(col("U").between(lit(1), lit(5)))
                        .count())
                .isEqualTo(20);
    }

    @Test
    void casesAndSqlExpressions() {
        assertThat(texts(plants().select(
                                col("ID"),
                                when(col("POWER").gt(lit(10)), lit("big"))
                                        .when(col("POWER").is_null(), lit("none"))
                                        .otherwise(lit("small")),
                                Functions.sqlExpr("ID * 2 + 1"),
                                callUDF("UPPER", lit("x")))
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1,big,3,X", "2,big,5,X", "3,small,7,X", "4,none,9,X");
        assertThat(texts(plants().select(Functions.toScalar(session.sql("SELECT MAX(ID) FROM PLANTS")))
                        .limit(1)
                        .collect()))
                .containsExactly("4");
    }

    @Test
    void fillsDropsAndReplacesMissingValues() {
        assertThat(texts(plants().select(
                                col("ID"),
                                col("POWER").cast(DataTypes.DoubleType).as("POWER"))
                        .na()
                        .fill(Map.of("POWER", 0.0))
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1,10.5", "2,20.0", "3,5.25", "4,0.0");
        assertThat(plants().na().drop(1, new String[] {"POWER"}).count()).isEqualTo(3);
        assertThat(texts(plants().select("ID", "SITE")
                        .na()
                        .replace("SITE", Map.of("A", "Z"))
                        .sort(col("ID").asc())
                        .collect()))
                .containsExactly("1,Z", "2,Z", "3,B", "4,C");
    }

    @Test
    void computesStatistics() {
        SERVER.run(
                "CREATE OR REPLACE TABLE POINTS (X FLOAT, Y FLOAT, G VARCHAR)",
                "INSERT INTO POINTS VALUES (1, 2, 'a'), (2, 4, 'b'), (3, 6, 'a')");
        DataFrame points = session.table("POINTS");

        assertThat(points.stat().corr("X", "Y").orElseThrow()).isEqualTo(1.0);
        assertThat(points.stat().cov("X", "Y").orElseThrow()).isEqualTo(2.0);
        assertThat(points.stat().approxQuantile("X", new double[] {0.5})[0].orElseThrow())
                .isEqualTo(2.0);
        assertThat(texts(points.stat().crosstab("G", "X").sort(col("G").asc()).collect()))
                .containsExactly("a,1,0,1", "b,0,1,0");
        assertThat(points.stat().sampleBy(col("G"), Map.of("a", 1.0)).count()).isEqualTo(2);
    }

    @Test
    void samplesRows() {
        DataFrame frame = session.range(1000);

        assertThat(frame.sample(10L).count()).isEqualTo(10);
        assertThat(frame.sample(0.5).count()).isBetween(300L, 700L);
        DataFrame[] parts = frame.randomSplit(new double[] {0.3, 0.7});
        assertThat(parts[0].count() + parts[1].count()).isEqualTo(1000);
    }

    @Test
    void iteratesOverRows() {
        Iterator<Row> rows = session.range(2500).toLocalIterator();

        List<Long> seen = new ArrayList<>();
        rows.forEachRemaining(row -> seen.add(row.getLong(0)));
        assertThat(seen).hasSize(2500).contains(0L, 2499L);
    }

    @Test
    void showsAndExplains() {
        plants().select("ID").show(1);
        plants().select("ID").explain();

        assertThat(texts(plants().first(1))).hasSize(1);
    }

    @Test
    void cachesAResultInATemporaryTable() {
        SERVER.run("CREATE OR REPLACE TABLE CHANGING (A INT)", "INSERT INTO CHANGING VALUES (1)");
        DataFrame cached = session.table("CHANGING").cacheResult();
        SERVER.run("INSERT INTO CHANGING VALUES (2)");

        assertThat(cached.count()).isEqualTo(1);
        assertThat(cached.select(col("A").plus(lit(1))).first().orElseThrow().getLong(0))
                .isEqualTo(2);
    }

    @Test
    void createsViews() {
        plants().select("ID", "SITE").createOrReplaceView("PLANT_VIEW");
        plants().select("ID").createOrReplaceTempView("TEMP_PLANTS");
        plants().select("ID").createOrReplaceView(new String[] {"DB", "S", "THIRD"});

        assertThat(session.table("PLANT_VIEW").count()).isEqualTo(4);
        assertThat(session.table("TEMP_PLANTS").count()).isEqualTo(4);
        assertThat(session.table(new String[] {"DB", "S", "THIRD"}).count()).isEqualTo(4);
        Session other = SERVER.open();
        try {
            assertThat(other.table("PLANT_VIEW").count()).isEqualTo(4);
            assertThatThrownBy(() -> other.table("TEMP_PLANTS").count())
                    .hasMessageContaining("Object 'TEMP_PLANTS' does not exist or not authorized");
        } finally {
            other.close();
        }
    }

    @Test
    void aliasesAndArrays() {
        assertThat(texts(plants().alias("p")
                        .groupBy(col("SITE"))
                        .agg(array_agg(col("ID")).withinGroup(col("ID").asc()).as("IDS"))
                        .sort(col("SITE").asc())
                        .first(1)))
                .containsExactly("A,[\n  1,\n  2\n]");
    }

    @Test
    void theSessionKnowsWhereItIs() {
        assertThat(session.getCurrentDatabase()).contains("\"DB\"");
        assertThat(session.getCurrentSchema()).contains("\"S\"");
        assertThat(session.getFullyQualifiedCurrentSchema()).isEqualTo("\"DB\".\"S\"");
        assertThat(session.getDefaultDatabase()).contains("\"DB\"");
        session.setQueryTag("tests");
        assertThat(session.getQueryTag()).contains("tests");
        session.unsetQueryTag();
        assertThat(session.getSessionInfo()).contains("snowpark.version");
    }

    @Test
    void errorsNameTheColumn() {
        assertThatThrownBy(() -> plants().select("NOPE").collect()).hasMessageContaining("invalid identifier 'NOPE'");
        assertThatThrownBy(() -> session.table("NOPE").collect())
                .hasMessageContaining("Object 'NOPE' does not exist or not authorized");
        assertThatThrownBy(() -> session.sql("SELEC 1").collect()).hasMessageContaining("unexpected 'SELEC'");
    }
}
