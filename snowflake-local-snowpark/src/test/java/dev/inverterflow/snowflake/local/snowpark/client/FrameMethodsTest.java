package dev.inverterflow.snowflake.local.snowpark.client;

import static com.snowflake.snowpark_java.Functions.*;
import static dev.inverterflow.snowflake.local.snowpark.client.SnowparkServer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.DataFrameAsyncActor;
import com.snowflake.snowpark_java.DataFrameNaFunctions;
import com.snowflake.snowpark_java.DataFrameStatFunctions;
import com.snowflake.snowpark_java.GroupingSets;
import com.snowflake.snowpark_java.RelationalGroupedDataFrame;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.TableFunction;
import com.snowflake.snowpark_java.TableFunctions;
import dev.inverterflow.snowflake.local.snowpark.client.Methods.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public method of DataFrame and of what it groups, cleans, counts and waits with. One that has no row fails
 * {@link #everyMethodHasARow}. Long because it is one table, a row a method.
 */
class FrameMethodsTest {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private static Session session;

    @BeforeAll
    static void createTables() {
        session = SERVER.session();
        SERVER.run(
                "CREATE TABLE NUMBERS (X INT, Y FLOAT, G VARCHAR)",
                "INSERT INTO NUMBERS VALUES (1, 2, 'a'), (2, 4, 'a'), (2, NULL, 'b'), (5, 9, 'b')",
                "CREATE TABLE LETTERS (G VARCHAR, W VARCHAR)",
                "INSERT INTO LETTERS VALUES ('a', 'Aachen'), ('c', 'Celle')");
    }

    private static DataFrame numbers() {
        return session.table("NUMBERS");
    }

    private static DataFrame letters() {
        return session.table("LETTERS");
    }

    /** All rows in their order, of frames whose first columns tell them apart. */
    private static String all(DataFrame frame) {
        String[] names = frame.schema().names();
        Column[] order =
                Arrays.stream(names).map(name -> col(name).asc_nulls_last()).toArray(Column[]::new);
        return String.join(" ", texts(frame.sort(order).collect()));
    }

    private static Row frame(String method, Methods.Call call, String expected) {
        return new Row("DataFrame." + method, call, expected);
    }

    static Stream<Row> rows() {
        return Stream.of(
                        columns(), filters(), sets(), joins(), tableFunctions(), groups(), actions(), views(), others())
                .flatMap(List::stream);
    }

    private static List<Row> columns() {
        return List.of(
                frame("schema()", () -> numbers().schema().names().length, "3"),
                frame(
                        "col(String)",
                        () -> all(numbers().select(numbers().col("X")).distinct()),
                        "1 2 5"),
                frame(
                        "select(Column[])",
                        () -> all(numbers().select(col("X").plus(lit(1)).as("Z"))),
                        "2 3 3 6"),
                frame("select(String[])", () -> all(numbers().select("G", "X")), "a,1 a,2 b,2 b,5"),
                frame("toDF(String[])", () -> all(letters().toDF("A", "B").select("B")), "Aachen Celle"),
                frame(
                        "withColumn(String, Column)",
                        () -> all(letters().withColumn("Z", lower(col("W")))),
                        "a,Aachen,aachen c,Celle,celle"),
                frame(
                        "withColumns(String[], Column[])",
                        () -> all(letters().withColumns(new String[] {"P", "W"}, new Column[] {lit(1), lit(2)})),
                        "a,1,2 c,1,2"),
                frame(
                        "rename(String, Column)",
                        () -> letters().rename("CITY", col("W")).schema().names()[1],
                        "CITY"),
                frame("drop(Column[])", () -> all(letters().drop(col("G"))), "Aachen Celle"),
                frame("drop(String[])", () -> all(letters().drop("W")), "a c"),
                frame("alias(String)", () -> all(letters().alias("L").select(col("L.G"))), "a c"));
    }

    private static List<Row> filters() {
        return List.of(
                frame("filter(Column)", () -> all(numbers().filter(col("X").gt(lit(1)))), "2,4.0,a 2,null,b 5,9.0,b"),
                frame("where(Column)", () -> all(numbers().where(col("Y").is_null())), "2,null,b"),
                frame("distinct()", () -> all(numbers().select("X").distinct()), "1 2 5"),
                frame(
                        "dropDuplicates(String[])",
                        () -> numbers().dropDuplicates("G").count(),
                        "2"),
                frame(
                        "sort(Column[])",
                        () -> texts(
                                numbers().sort(col("X").desc(), col("Y").asc()).collect()),
                        "[5,9.0,b, 2,null,b, 2,4.0,a, 1,2.0,a]"),
                frame("limit(int)", () -> numbers().limit(3).count(), "3"),
                frame("sample(long)", () -> numbers().sample(2L).count(), "2"),
                frame("sample(double)", () -> numbers().sample(1.0).count(), "4"),
                frame(
                        "randomSplit(double[])",
                        () -> {
                            DataFrame[] parts = numbers().randomSplit(new double[] {0.5, 0.5});
                            return parts[0].count() + parts[1].count();
                        },
                        "4"));
    }

    private static List<Row> sets() {
        DataFrame g = session.table("NUMBERS").select("G");
        DataFrame other = session.table("LETTERS").select("G");
        return List.of(
                frame("union(DataFrame)", () -> all(g.union(other)), "a b c"),
                frame("unionAll(DataFrame)", () -> all(g.unionAll(other)), "a a a b b c"),
                frame(
                        "unionByName(DataFrame)",
                        () -> all(letters().unionByName(letters().select("W", "G"))),
                        "a,Aachen c,Celle"),
                frame(
                        "unionAllByName(DataFrame)",
                        () -> all(letters().unionAllByName(letters().select("W", "G"))),
                        "a,Aachen a,Aachen c,Celle c,Celle"),
                frame("intersect(DataFrame)", () -> all(g.intersect(other)), "a"),
                frame("except(DataFrame)", () -> all(g.except(other)), "b"),
                frame("clone()", () -> numbers().clone().count(), "4"));
    }

    private static List<Row> joins() {
        String[] on = {"G"};
        return List.of(
                frame("join(DataFrame)", () -> numbers().join(letters()).count(), "8"),
                frame(
                        "join(DataFrame, String)",
                        () -> all(numbers().join(letters(), "G").select("X", "W")),
                        "1,Aachen 2,Aachen"),
                frame(
                        "join(DataFrame, String[])",
                        () -> all(numbers().join(letters(), on).select("X", "W")),
                        "1,Aachen 2,Aachen"),
                frame(
                        "join(DataFrame, String[], String)",
                        () -> all(numbers().join(letters(), on, "full").select("X", "W")),
                        "1,Aachen 2,Aachen 2,null 5,null null,Celle"),
                frame(
                        "join(DataFrame, Column)",
                        () -> {
                            DataFrame n = numbers();
                            DataFrame l = letters();
                            return all(
                                    n.join(l, n.col("G").equal_to(l.col("G"))).select("X", "W"));
                        },
                        "1,Aachen 2,Aachen"),
                frame(
                        "join(DataFrame, Column, String)",
                        () -> {
                            DataFrame n = numbers();
                            DataFrame l = letters();
                            return all(n.join(l, n.col("G").equal_to(l.col("G")), "left")
                                    .select("X", "W"));
                        },
                        "1,Aachen 2,Aachen 2,null 5,null"),
                frame(
                        "crossJoin(DataFrame)",
                        () -> numbers().crossJoin(letters()).count(),
                        "8"),
                frame(
                        "naturalJoin(DataFrame)",
                        () -> all(numbers().naturalJoin(letters()).select("X", "W")),
                        "1,Aachen 2,Aachen"),
                frame(
                        "naturalJoin(DataFrame, String)",
                        () -> all(numbers().naturalJoin(letters(), "left").select("X", "W")),
                        "1,Aachen 2,Aachen 2,null 5,null"));
    }

    private static List<Row> tableFunctions() {
        TableFunction split = TableFunctions.split_to_table();
        Column[] none = {};
        Map<String, Column> lists = Map.of("input", parse_json(lit("[7]")));
        return List.of(
                frame(
                        "flatten(Column)",
                        () -> all(letters().flatten(parse_json(lit("[7,8]"))).select("G", "INDEX")),
                        "a,0 a,1 c,0 c,1"),
                frame(
                        "flatten(Column, String, boolean, boolean, String)",
                        () -> letters()
                                .flatten(parse_json(lit("{\"a\":[1,2]}")), "a", true, false, "ARRAY")
                                .count(),
                        "4"),
                frame(
                        "join(TableFunction, Column[])",
                        () -> all(letters().join(split, col("W"), lit("l")).select("W", "VALUE")),
                        "Aachen,Aachen Celle, Celle,Ce Celle,e"),
                frame(
                        "join(TableFunction, Column[], Column[], Column[])",
                        () -> all(letters()
                                .join(split, new Column[] {col("W"), lit("e")}, none, none)
                                .select("W", "VALUE")),
                        "Aachen,Aach Aachen,n Celle, Celle,C Celle,ll"),
                frame(
                        "join(TableFunction, Map)",
                        () -> letters().join(TableFunctions.flatten(), lists).count(),
                        "2"),
                frame(
                        "join(TableFunction, Map, Column[], Column[])",
                        () -> letters()
                                .join(TableFunctions.flatten(), lists, none, none)
                                .count(),
                        "2"),
                frame(
                        "join(Column)",
                        () -> all(letters().join(split.call(col("W"), lit("a"))).select("W", "VALUE")),
                        "Aachen,A Aachen,chen Celle,Celle"),
                frame(
                        "join(Column, Column[], Column[])",
                        () -> all(letters()
                                .join(split.call(col("W"), lit("a")), none, none)
                                .select("W", "VALUE")),
                        "Aachen,A Aachen,chen Celle,Celle"));
    }

    private static Row grouped(String method, Methods.Call call, String expected) {
        return new Row("RelationalGroupedDataFrame." + method, call, expected);
    }

    private static List<Row> groups() {
        Column x = col("X");
        return List.of(
                frame("agg(Column[])", () -> all(numbers().agg(sum(x), max(col("Y")))), "10,9.0"),
                frame("groupBy(Column[])", () -> all(numbers().groupBy(col("G")).agg(sum(x).as("S"))), "a,3 b,7"),
                frame(
                        "groupBy(String[])",
                        () -> all(numbers().groupBy("G", "X").agg(count(lit(1)).as("C"))),
                        "a,1,1 a,2,1 b,2,1 b,5,1"),
                frame("rollup(Column[])", () -> all(numbers().rollup(col("G")).agg(sum(x).as("S"))), "a,3 b,7 null,10"),
                frame("rollup(String[])", () -> all(numbers().rollup("G").agg(sum(x).as("S"))), "a,3 b,7 null,10"),
                frame(
                        "cube(Column[])",
                        () -> numbers().cube(col("G"), x).agg(sum(x).as("S")).count(),
                        "10"),
                frame(
                        "cube(String[])",
                        () -> numbers().cube("G").agg(sum(x).as("S")).count(),
                        "3"),
                frame(
                        "groupByGroupingSets(GroupingSets[])",
                        () -> numbers()
                                .groupByGroupingSets(GroupingSets.create(Set.of(col("G")), Set.of(x)))
                                .agg(count(lit(1)))
                                .count(),
                        "5"),
                new Row(
                        "GroupingSets.create(Set[])",
                        () -> numbers()
                                .groupByGroupingSets(GroupingSets.create(Set.of(col("G"), x)))
                                .agg(count(lit(1)))
                                .count(),
                        "4"),
                frame(
                        "pivot(Column, Object[])",
                        () -> all(numbers()
                                .select("G", "X")
                                .pivot(col("G"), new Object[] {"a", "b"})
                                .sum(x)),
                        "3,7"),
                frame(
                        "pivot(String, Object[])",
                        () -> all(numbers()
                                .select("G", "X")
                                .pivot("G", new Object[] {"b"})
                                .sum(x)),
                        "7"),
                grouped(
                        "agg(Column[])",
                        () -> all(numbers().groupBy("G").agg(sum(x).as("S"), max(x).as("M"))),
                        "a,3,2 b,7,5"),
                grouped("avg(Column[])", () -> all(numbers().groupBy("G").avg(x)), "a,1.500000 b,3.500000"),
                grouped("mean(Column[])", () -> all(numbers().groupBy("G").mean(col("Y"))), "a,3.0 b,9.0"),
                grouped("sum(Column[])", () -> all(numbers().groupBy("G").sum(x, col("Y"))), "a,3,6.0 b,7,9.0"),
                grouped("median(Column[])", () -> all(numbers().groupBy("G").median(col("Y"))), "a,3.0 b,9.0"),
                grouped("min(Column[])", () -> all(numbers().groupBy("G").min(x)), "a,1 b,2"),
                grouped("max(Column[])", () -> all(numbers().groupBy("G").max(x)), "a,2 b,5"),
                grouped("any_value(Column[])", () -> all(numbers().groupBy("G").any_value(col("G"))), "a,a b,b"),
                grouped("count()", () -> all(numbers().groupBy("G").count()), "a,2 b,2"),
                grouped(
                        "builtin(String, Column[])",
                        () -> all(numbers().groupBy("G").builtin("stddev_pop", x)),
                        "a,0.5 b,1.5"));
    }

    private static List<Row> actions() {
        DataFrame x = session.table("NUMBERS").select("X").sort(col("X").asc());
        return List.of(
                frame("count()", () -> numbers().count(), "4"),
                frame("collect()", () -> texts(x.collect()), "[1, 2, 2, 5]"),
                frame("toLocalIterator()", () -> x.toLocalIterator().next(), "Row[1]"),
                frame("first()", () -> x.first(), "Optional[Row[1]]"),
                frame("first(int)", () -> texts(x.first(2)), "[1, 2]"),
                frame("cacheResult()", () -> all(letters().cacheResult()), "a,Aachen c,Celle"),
                frame("explain()", () -> shown(x::explain), "printed"),
                frame("show()", () -> shown(x::show), "printed"),
                frame("show(int)", () -> shown(() -> x.show(1)), "printed"),
                frame("show(int, int)", () -> shown(() -> x.show(1, 10)), "printed"),
                frame("async()", () -> x.async().count().getResult(), "4"),
                new Row(
                        "DataFrameAsyncActor.collect()",
                        () -> texts(x.async().collect().getResult()),
                        "[1, 2, 2, 5]"),
                new Row("DataFrameAsyncActor.count()", () -> x.async().count().getRows().length, "1"),
                new Row(
                        "DataFrameAsyncActor.toLocalIterator()",
                        () -> x.async().toLocalIterator().getResult().next(),
                        "Row[1]"));
    }

    /** The library prints it itself. */
    private static String shown(Runnable show) {
        show.run();
        return "printed";
    }

    private static List<Row> views() {
        return List.of(
                frame(
                        "createOrReplaceView(String)",
                        () -> {
                            letters().createOrReplaceView("V1");
                            return all(session.table("V1"));
                        },
                        "a,Aachen c,Celle"),
                frame(
                        "createOrReplaceView(String[])",
                        () -> {
                            letters().createOrReplaceView(new String[] {"DB", "S", "V2"});
                            return all(session.table("V2"));
                        },
                        "a,Aachen c,Celle"),
                frame(
                        "createOrReplaceTempView(String)",
                        () -> {
                            letters().createOrReplaceTempView("V3");
                            return all(session.table("V3"));
                        },
                        "a,Aachen c,Celle"),
                frame(
                        "createOrReplaceTempView(String[])",
                        () -> {
                            letters().createOrReplaceTempView(new String[] {"DB", "S", "V4"});
                            return all(session.table("V4"));
                        },
                        "a,Aachen c,Celle"));
    }

    private static List<Row> others() {
        return List.of(
                frame(
                        "write()",
                        () -> {
                            letters().write().saveAsTable("COPIED");
                            return all(session.table("COPIED"));
                        },
                        "a,Aachen c,Celle"),
                frame("na()", () -> numbers().na().drop(1, new String[] {"Y"}).count(), "3"),
                new Row(
                        "DataFrameNaFunctions.drop(int, String[])",
                        () -> all(numbers().na().drop(3, new String[] {"X", "Y", "G"})),
                        "1,2.0,a 2,4.0,a 5,9.0,b"),
                new Row(
                        "DataFrameNaFunctions.fill(Map)",
                        () -> all(numbers().na().fill(Map.of("Y", 0.5)).select("X", "Y")),
                        "1,2.0 2,0.5 2,4.0 5,9.0"),
                new Row(
                        "DataFrameNaFunctions.replace(String, Map)",
                        () -> all(numbers().na().replace("G", Map.of("a", "z")).select("G", "X")),
                        "b,2 b,5 z,1 z,2"),
                frame("stat()", () -> numbers().stat().cov("X", "X").map(Math::round), "Optional[3]"),
                new Row(
                        "DataFrameStatFunctions.corr(String, String)",
                        () -> numbers().stat().corr("X", "X"),
                        "Optional[1.0]"),
                new Row(
                        "DataFrameStatFunctions.cov(String, String)",
                        () -> numbers().stat().cov("X", "Y").map(cov -> Math.round(cov * 1000)),
                        "Optional[7500]"),
                new Row(
                        "DataFrameStatFunctions.approxQuantile(String, double[])",
                        () -> Arrays.toString(numbers().stat().approxQuantile("X", new double[] {0, 1})),
                        "[Optional[1.0], Optional[5.0]]"),
                new Row(
                        "DataFrameStatFunctions.approxQuantile(String[], double[])",
                        () -> Arrays.deepToString(
                                numbers().stat().approxQuantile(new String[] {"X", "Y"}, new double[] {1})),
                        "[[Optional[5.0]], [Optional[9.0]]]"),
                new Row(
                        "DataFrameStatFunctions.crosstab(String, String)",
                        () -> {
                            DataFrame crossed = numbers().stat().crosstab("G", "X");
                            return crossed.count() + " by " + crossed.schema().names().length;
                        },
                        "2 by 4"),
                new Row(
                        "DataFrameStatFunctions.sampleBy(Column, Map)",
                        () -> numbers()
                                .stat()
                                .sampleBy(col("G"), Map.of("a", 1.0))
                                .count(),
                        "2"),
                new Row(
                        "DataFrameStatFunctions.sampleBy(String, Map)",
                        () -> numbers().stat().sampleBy("G", Map.of("b", 1.0)).count(),
                        "2"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givesWhatSnowflakeGives(Row row) {
        assertThat(row.result()).isEqualTo(row.expected());
    }

    @Test
    void everyMethodHasARow() {
        assertThat(Methods.of(rows().toList()))
                .containsExactlyElementsOf(Methods.of(
                        DataFrame.class,
                        RelationalGroupedDataFrame.class,
                        GroupingSets.class,
                        DataFrameAsyncActor.class,
                        DataFrameNaFunctions.class,
                        DataFrameStatFunctions.class));
    }
}
