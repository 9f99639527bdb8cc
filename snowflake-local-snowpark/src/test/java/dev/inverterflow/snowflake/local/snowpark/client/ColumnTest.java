package dev.inverterflow.snowflake.local.snowpark.client;

import static com.snowflake.snowpark_java.Functions.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.snowflake.snowpark_java.CaseExpr;
import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.Window;
import com.snowflake.snowpark_java.WindowSpec;
import com.snowflake.snowpark_java.types.DataTypes;
import dev.inverterflow.snowflake.local.snowpark.client.Methods.Row;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every public method of Column and of what windows are made of. One that has no row fails {@link #everyMethodHasARow}. */
class ColumnTest {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private static DataFrame numbers;
    private static DataFrame one;

    @BeforeAll
    static void createFrames() {
        Session session = SERVER.session();
        SERVER.run(
                "CREATE TABLE NUMBERS (X INT, Y FLOAT, G VARCHAR)",
                "INSERT INTO NUMBERS VALUES (1, 2, 'a'), (2, 4, 'a'), (2, NULL, 'b'), (5, 9, 'b')");
        numbers = session.table("NUMBERS");
        one = session.sql("SELECT 6 AS N, 'solar' AS T, PARSE_JSON('{\"a\": {\"b\": [1, 2]}}') AS V, NULL::INT AS E");
    }

    /** The value of an expression over one row. */
    private static Row row(String method, Column column, String expected) {
        return new Row("Column." + method, () -> value(column), expected);
    }

    /** The values of Y in an order. */
    private static Row sorted(String method, Column order, String expected) {
        return new Row("Column." + method, () -> values(numbers.sort(order), col("Y")), expected);
    }

    /** The values of a window's function, in the order of G, X and Y. */
    private static Row window(String method, Column column, String expected) {
        return new Row(
                method,
                () -> values(
                        numbers.select(col("G"), col("X"), col("Y"), column.as("W"))
                                .sort(col("G").asc(), col("X").asc(), col("Y").asc()),
                        col("W")),
                expected);
    }

    private static String value(Column column) {
        return values(one, column);
    }

    private static String values(DataFrame frame, Column column) {
        return Arrays.stream(frame.select(column).collect())
                .map(row -> String.valueOf(row.get(0)).replaceAll("\\s+", ""))
                .collect(Collectors.joining(","));
    }

    static Stream<Row> rows() {
        return Stream.of(operators(), conditions(), names(), orders(), windows())
                .flatMap(List::stream);
    }

    private static List<Row> operators() {
        Column n = col("N");
        return List.of(
                row("unary_minus()", n.unary_minus(), "-6"),
                row("unary_not()", n.gt(lit(1)).unary_not(), "false"),
                row("plus(Column)", n.plus(lit(1.5)), "7.5"),
                row("minus(Column)", n.minus(lit(7)), "-1"),
                row("multiply(Column)", n.multiply(n), "36"),
                row("divide(Column)", n.divide(lit(4)), "1.500000"),
                row("mod(Column)", n.mod(lit(4)), "2"),
                row("bitor(Column)", n.bitor(lit(1)), "7"),
                row("bitand(Column)", n.bitand(lit(3)), "2"),
                row("bitxor(Column)", n.bitxor(lit(3)), "5"),
                row("cast(DataType)", n.cast(DataTypes.createDecimalType(5, 2)), "6.00"),
                row("subField(String)", col("V").subField("a"), "{\"b\":[1,2]}"),
                row("subField(int)", col("V").subField("a").subField("b").subField(1), "2"),
                row("collate(String)", col("T").collate("en-ci").equal_to(lit("SOLAR")), "true"));
    }

    private static List<Row> conditions() {
        Column n = col("N");
        Column yes = lit(true);
        return List.of(
                row("equal_to(Column)", n.equal_to(lit(6)), "true"),
                row("not_equal(Column)", n.not_equal(lit(6)), "false"),
                row("gt(Column)", n.gt(lit(6)), "false"),
                row("lt(Column)", n.lt(lit(7)), "true"),
                row("leq(Column)", n.leq(lit(6)), "true"),
                row("geq(Column)", n.geq(lit(7)), "false"),
                row("equal_null(Column)", col("E").equal_null(lit(null)), "true"),
                row("equal_nan()", n.cast(DataTypes.DoubleType).equal_nan(), "false"),
                row("is_null()", col("E").is_null(), "true"),
                row("isNull()", n.isNull(), "false"),
                row("is_not_null()", col("E").is_not_null(), "false"),
                row("or(Column)", yes.or(n.gt(lit(9))), "true"),
                row("and(Column)", yes.and(col("E").gt(lit(9))), "null"),
                row("between(Column, Column)", n.between(lit(6), lit(7)), "true"),
                row("like(Column)", col("T").like(lit("%la_")), "true"),
                row("regexp(Column)", col("T").regexp(lit("s.*")), "true"),
                row("in(Object[])", n.in(1, 6), "true"),
                row("in(DataFrame)", n.in(SERVER.session().sql("SELECT 7")), "false"),
                new Row("CaseExpr.when(Column, Column)", () -> value(small()), "null"),
                new Row("CaseExpr.otherwise(Column)", () -> value(small().otherwise(lit("large"))), "large"));
    }

    private static CaseExpr small() {
        return when(col("N").lt(lit(1)), lit("tiny")).when(col("N").lt(lit(3)), lit("small"));
    }

    private static List<Row> names() {
        return List.of(
                new Row(
                        "Column.as(String)",
                        () -> one.select(col("N").as("M")).schema().names()[0],
                        "M"),
                new Row(
                        "Column.alias(String)",
                        () -> one.select(col("N").alias("\"m\"")).schema().names()[0],
                        "\"m\""),
                new Row("Column.getName()", () -> col("N").getName(), "Optional[\"N\"]"),
                new Row(
                        "Column.toString()",
                        () -> col("N").plus(lit(1)).toString(),
                        "Column[(UnresolvedAttribute(\"N\") + Literal(1,Some(Integer)))]"));
    }

    private static List<Row> orders() {
        Column y = col("Y");
        return List.of(
                sorted("asc()", y.asc(), "null,2.0,4.0,9.0"),
                sorted("asc_nulls_first()", y.asc_nulls_first(), "null,2.0,4.0,9.0"),
                sorted("asc_nulls_last()", y.asc_nulls_last(), "2.0,4.0,9.0,null"),
                sorted("desc()", y.desc(), "9.0,4.0,2.0,null"),
                sorted("desc_nulls_first()", y.desc_nulls_first(), "null,9.0,4.0,2.0"),
                sorted("desc_nulls_last()", y.desc_nulls_last(), "9.0,4.0,2.0,null"),
                new Row(
                        "Column.withinGroup(Column[])",
                        () -> values(numbers, listagg(col("G"), "").withinGroup(y.desc_nulls_last())),
                        "baab"));
    }

    private static List<Row> windows() {
        Column sum = sum(col("X"));
        WindowSpec byX = Window.orderBy(col("X").asc());
        return List.of(
                window("Column.over()", sum.over(), "10,10,10,10"),
                window("Column.over(WindowSpec)", rank().over(byX), "1,2,2,4"),
                window("Window.partitionBy(Column[])", sum.over(Window.partitionBy(col("G"))), "3,3,7,7"),
                window("Window.orderBy(Column[])", sum.over(byX), "1,5,5,10"),
                window(
                        "Window.rowsBetween(long, long)",
                        count(lit(1))
                                .over(Window.rowsBetween(Window.unboundedPreceding(), Window.unboundedFollowing())
                                        .orderBy(col("X").asc())),
                        "4,4,4,4"),
                window(
                        "Window.rangeBetween(long, long)",
                        sum.over(Window.rangeBetween(Window.unboundedPreceding(), Window.currentRow())
                                .orderBy(col("X").asc())),
                        "1,5,5,10"),
                window(
                        "Window.unboundedPreceding()",
                        sum.over(byX.rangeBetween(Window.unboundedPreceding(), Window.currentRow())),
                        "1,5,5,10"),
                window(
                        "Window.unboundedFollowing()",
                        sum.over(byX.rangeBetween(Window.currentRow(), Window.unboundedFollowing())),
                        "10,9,9,5"),
                window(
                        "Window.currentRow()",
                        sum.over(byX.rangeBetween(Window.currentRow(), Window.currentRow())),
                        "1,4,4,5"),
                window("WindowSpec.partitionBy(Column[])", rank().over(byX.partitionBy(col("G"))), "1,2,1,2"),
                window(
                        "WindowSpec.orderBy(Column[])",
                        sum.over(Window.partitionBy(col("G")).orderBy(col("X").desc())),
                        "3,2,7,5"),
                window(
                        "WindowSpec.rowsBetween(long, long)",
                        sum.over(Window.partitionBy(col("G"))
                                .orderBy(col("X").asc())
                                .rowsBetween(-1, 0)),
                        "1,3,2,7"),
                window("WindowSpec.rangeBetween(long, long)", sum.over(byX.rangeBetween(-1, 0)), "1,5,5,5"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givesWhatSnowflakeGives(Row row) {
        assertThat(row.result()).isEqualTo(row.expected());
    }

    @Test
    void everyMethodHasARow() {
        assertThat(Methods.of(rows().toList()))
                .containsExactlyElementsOf(Methods.of(Column.class, CaseExpr.class, Window.class, WindowSpec.class));
    }
}
