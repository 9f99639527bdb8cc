package dev.inverterflow.snowflake.local.snowpark.client;

import static com.snowflake.snowpark_java.Functions.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.Functions;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.Window;
import com.snowflake.snowpark_java.types.DataTypes;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public static method of Snowpark's Functions and what it gives. A method that is in no row fails
 * {@link #everyMethodHasARow}. Values that differ from run to run are judged by an expression.
 * Long because it is one table, a row a method.
 */
class FunctionsTest {

    @RegisterExtension
    static final SnowparkServer SERVER = new SnowparkServer();

    private static DataFrame one;
    private static DataFrame numbers;

    @BeforeAll
    static void createFrames() {
        Session session = SERVER.session();
        one = session.sql(
                "SELECT 1 AS ONE, DATE '2024-01-31' AS EARLY, DATE '2024-02-29' AS LATE, 'www.example.com' AS HOST");
        SERVER.run(
                "CREATE TABLE NUMBERS (X INT, Y FLOAT, G VARCHAR)",
                "INSERT INTO NUMBERS VALUES (1, 2, 'a'), (2, 4, 'a'), (2, 4, 'b'), (5, 9, 'b')");
        numbers = session.table("NUMBERS");
    }

    private record Row(String method, Column column, String expected, Over over) {
        @Override
        public String toString() {
            return method + " gives " + expected;
        }
    }

    private enum Over {
        ONE_ROW,
        NUMBERS,
        EACH_NUMBER,
        /** The smallest number in that order. */
        SORTED_NUMBERS,
        /** For each letter, then for all. */
        ROLLED_UP
    }

    private static Row row(String method, Column column, String expected) {
        return new Row(method, column, expected, Over.ONE_ROW);
    }

    private static Row aggregate(String method, Column column, String expected) {
        return new Row(method, column, expected, Over.NUMBERS);
    }

    private static Row window(String method, Column column, String expected) {
        return new Row(method, column, expected, Over.EACH_NUMBER);
    }

    private static Row sorted(String method, Column column, String expected) {
        return new Row(method, column, expected, Over.SORTED_NUMBERS);
    }

    private static Row rolledUp(String method, Column column, String expected) {
        return new Row(method, column, expected, Over.ROLLED_UP);
    }

    private static Column json(String text) {
        return parse_json(lit(text));
    }

    private static Column ts(String text) {
        return lit(text).cast(DataTypes.TimestampType);
    }

    private static Column date(String text) {
        return lit(text).cast(DataTypes.DateType);
    }

    private static Column text(Column column) {
        return column.cast(DataTypes.StringType);
    }

    static Stream<Row> rows() {
        List<Row> rows = new ArrayList<>();
        rows.addAll(columns());
        rows.addAll(aggregates());
        rows.addAll(windows());
        rows.addAll(conditions());
        rows.addAll(figures());
        rows.addAll(texts());
        rows.addAll(contexts());
        rows.addAll(moments());
        rows.addAll(variants());
        rows.addAll(others());
        return rows.stream();
    }

    private static List<Row> columns() {
        return List.of(
                row("col(String)", col("ONE"), "1"),
                row("col(DataFrame)", col(SERVER.session().sql("SELECT 7")), "7"),
                row("toScalar(DataFrame)", toScalar(SERVER.session().sql("SELECT 7")), "7"),
                row("lit(Object)", lit("it's"), "it's"),
                row("sqlExpr(String)", sqlExpr("1 + 2"), "3"),
                row("expr(String)", expr("1 + 2"), "3"),
                sorted("asc(String)", asc("X"), "1"),
                sorted("desc(String)", desc("X"), "5"));
    }

    private static List<Row> aggregates() {
        return List.of(
                aggregate("approx_count_distinct(Column)", approx_count_distinct(col("X")), "3"),
                aggregate("avg(Column)", avg(col("X")), "2.500000"),
                aggregate("corr(Column, Column)", round(corr(col("X"), col("Y")), 6), "0.998961"),
                aggregate("count(Column)", count(col("X")), "4"),
                aggregate("countDistinct(String, String[])", countDistinct("X", "G"), "4"),
                aggregate("countDistinct(Column, Column[])", countDistinct(col("X")), "3"),
                aggregate("count_distinct(Column, Column[])", count_distinct(col("X")), "3"),
                aggregate("covar_pop(Column, Column)", round(covar_pop(col("X"), col("Y")), 6), "3.875"),
                aggregate("covar_samp(Column, Column)", round(covar_samp(col("X"), col("Y")), 4), "5.1667"),
                aggregate("kurtosis(Column)", round(kurtosis(col("X")), 4), "2.8889"),
                aggregate("max(String)", max("X"), "5"),
                aggregate("max(Column)", max(col("G")), "b"),
                aggregate("min(String)", min("X"), "1"),
                aggregate("min(Column)", min(col("G")), "a"),
                aggregate("mean(String)", mean("X"), "2.500000"),
                aggregate("mean(Column)", mean(col("X")), "2.500000"),
                aggregate("median(Column)", median(col("X")), "2.000"),
                aggregate("skew(Column)", round(skew(col("X")), 4), "1.5396"),
                aggregate("stddev(Column)", round(stddev(col("X")), 4), "1.7321"),
                aggregate("stddev_samp(Column)", round(stddev_samp(col("X")), 4), "1.7321"),
                aggregate("stddev_pop(Column)", round(stddev_pop(col("X")), 6), "1.5"),
                aggregate("sum(Column)", sum(col("X")), "10"),
                aggregate("sum(String)", sum("X"), "10"),
                aggregate("sum_distinct(Column)", sum_distinct(col("X")), "8"),
                aggregate("variance(Column)", variance(col("X")), "3.000000"),
                aggregate("var_samp(Column)", var_samp(col("X")), "3.000000"),
                aggregate("var_pop(Column)", var_pop(col("X")), "2.250000"),
                aggregate("approx_percentile(Column, double)", approx_percentile(col("X"), 0.5), "2.0"),
                aggregate(
                        "approx_percentile_accumulate(Column)",
                        approx_percentile_estimate(approx_percentile_accumulate(col("X")), 0.5),
                        "2.0"),
                aggregate(
                        "approx_percentile_estimate(Column, double)",
                        approx_percentile_estimate(approx_percentile_accumulate(col("Y")), 1.0),
                        "9.0"),
                aggregate(
                        "approx_percentile_combine(Column)",
                        approx_percentile_estimate(
                                approx_percentile_combine(toScalar(
                                        SERVER.session().sql("SELECT APPROX_PERCENTILE_ACCUMULATE(X) FROM NUMBERS"))),
                                0.0),
                        "1.0"),
                rolledUp("grouping(Column)", grouping(col("G")), "0,0,1"),
                rolledUp("grouping_id(Column[])", grouping_id(col("G")), "0,0,1"),
                aggregate("any_value(Column)", any_value(lit(3)), "3"),
                aggregate(
                        "array_agg(Column)",
                        array_agg(col("X")).withinGroup(col("X").asc()),
                        "[\n  1,\n  2,\n  2,\n  5\n]"),
                aggregate("collect_list(Column)", array_size(collect_list(col("X"))), "4"),
                aggregate("collect_set(Column)", array_size(collect_set(col("X"))), "3"),
                aggregate("collect_set(String)", array_size(collect_set("X")), "3"),
                aggregate(
                        "objectagg(Column, Column)",
                        objectagg(concat(col("G"), text(col("X"))), to_variant(col("Y"))),
                        "{\n  \"a1\": 2.000000000000000e+00,\n  \"a2\": 4.000000000000000e+00,\n  \"b2\": 4.000000000000000e+00,\n  \"b5\": 9.000000000000000e+00\n}"),
                aggregate(
                        "listagg(Column, String, boolean)",
                        listagg(col("G"), "-", true).withinGroup(col("G").asc()),
                        "a-b"),
                aggregate("listagg(Column, String)", listagg(col("G"), "-").withinGroup(col("G").asc()), "a-a-b-b"),
                aggregate("listagg(Column)", listagg(col("G")).withinGroup(col("G").asc()), "aabb"));
    }

    private static List<Row> windows() {
        var order = Window.orderBy(col("Y").asc(), col("G").asc());
        var byX = Window.orderBy(col("X").asc());
        return List.of(
                window("cume_dist()", cume_dist().over(byX), "0.25,0.75,0.75,1.0"),
                window("dense_rank()", dense_rank().over(byX), "1,2,2,3"),
                window("rank()", rank().over(byX), "1,2,2,4"),
                window("percent_rank()", round(percent_rank().over(byX), 4), "0.0,0.3333,0.3333,1.0"),
                window("row_number()", row_number().over(order), "1,2,3,4"),
                window("ntile(Column)", ntile(lit(2)).over(order), "1,1,2,2"),
                window("ntile(int)", ntile(2).over(order), "1,1,2,2"),
                window("lag(Column, int, Column)", lag(col("X"), 1, lit(0)).over(order), "0,1,2,2"),
                window("lag(Column, int)", lag(col("X"), 2).over(order), "null,null,1,2"),
                window("lag(Column)", lag(col("X")).over(order), "null,1,2,2"),
                window("lead(Column, int, Column)", lead(col("X"), 1, lit(0)).over(order), "2,2,5,0"),
                window("lead(Column, int)", lead(col("X"), 2).over(order), "2,5,null,null"),
                window("lead(Column)", lead(col("X")).over(order), "2,2,5,null"),
                window(
                        "last(Column)",
                        last(col("X")).over(Window.partitionBy(col("G")).orderBy(col("X").asc())),
                        "2,2,5,5"));
    }

    private static List<Row> conditions() {
        return List.of(
                row("coalesce(Column[])", coalesce(lit(null), lit(2), lit(3)), "2"),
                row("equal_nan(Column)", equal_nan(lit(1.5)), "false"),
                row("is_null(Column)", is_null(lit(null)), "true"),
                row("isnull(Column)", isnull(lit(1)), "false"),
                row("negate(Column)", negate(lit(2)), "-2"),
                row("not(Column)", not(lit(true)), "false"),
                row("greatest(Column[])", greatest(lit(1), lit(3), lit(2)), "3"),
                row("least(Column[])", least(lit(2), lit(1), lit(3)), "1"),
                row("when(Column, Column)", when(lit(false), lit(1)).otherwise(lit(2)), "2"),
                row("iff(Column, Column, Column)", iff(lit(true), lit("y"), lit("n")), "y"),
                row(
                        "in(Column[], List)",
                        in(new Column[] {lit(1), lit("a")}, List.of(List.of(1, "a"), List.of(2, "b"))),
                        "true"),
                row(
                        "in(Column[], DataFrame)",
                        in(new Column[] {lit(1), lit("a")}, SERVER.session().sql("SELECT 1, 'b'")),
                        "false"));
    }

    private static List<Row> figures() {
        return List.of(
                row("random(long)", random(1).is_not_null(), "true"),
                row("random()", random().is_not_null(), "true"),
                row("randn()", randn().is_not_null(), "true"),
                row("randn(long)", randn(1).is_not_null(), "true"),
                row(
                        "uniform(Column, Column, Column)",
                        uniform(lit(1), lit(3), random()).between(lit(1), lit(3)),
                        "true"),
                row("bitnot(Column)", bitnot(lit(7)), "-8"),
                row("to_decimal(Column, int, int)", to_decimal(lit("1.25"), 10, 1), "1.3"),
                row("div0(Column, Column)", div0(lit(2), lit(0)), "0.000000"),
                row("sqrt(Column)", sqrt(lit(9)), "3.0"),
                row("abs(Column)", abs(lit(-1)), "1"),
                row("acos(Column)", acos(lit(1)), "0.0"),
                row("asin(Column)", asin(lit(0)), "0.0"),
                row("atan(Column)", round(atan(lit(1)), 6), "0.785398"),
                row("atan2(Column, Column)", round(atan2(lit(5), lit(5)), 6), "0.785398"),
                row("ceil(Column)", ceil(lit(1.2)), "2.0"),
                row("floor(Column)", floor(lit(-1.2)), "-2.0"),
                row("cos(Column)", cos(lit(0)), "1.0"),
                row("cosh(Column)", cosh(lit(0)), "1.0"),
                row("exp(Column)", exp(lit(0)), "1.0"),
                row("factorial(Column)", factorial(lit(5)), "120"),
                row("log(Column, Column)", log(lit(2), lit(8)), "3.0"),
                row("log10(Column)", log10(lit(100)), "2.0"),
                row("log10(String)", log10("ONE"), "0.0"),
                row("log1p(Column)", log1p(lit(0)), "0.0"),
                row("log1p(String)", round(log1p("ONE"), 6), "0.693147"),
                row("pow(Column, Column)", pow(lit(2), lit(3)), "8.0"),
                row("pow(Column, String)", pow(lit(2), "ONE"), "2.0"),
                row("pow(String, Column)", pow("ONE", lit(3)), "1.0"),
                row("pow(String, String)", pow("ONE", "ONE"), "1.0"),
                row("pow(Column, Double)", pow(lit(2), 3.0), "8.0"),
                row("pow(String, Double)", pow("ONE", 3.0), "1.0"),
                row("pow(Double, Column)", pow(2.0, lit(3)), "8.0"),
                row("pow(Double, String)", pow(2.0, "ONE"), "2.0"),
                row("round(Column, Column)", round(lit(1.256), lit(2)), "1.26"),
                row("round(Column)", round(lit(1.5)), "2.0"),
                row("round(Column, int)", round(lit(1.256), 1), "1.3"),
                row("bitshiftleft(Column, Column)", bitshiftleft(lit(1), lit(3)), "8"),
                row("bitshiftright(Column, Column)", bitshiftright(lit(16), lit(2)), "4"),
                row("shiftleft(Column, int)", shiftleft(lit(1), 3), "8"),
                row("shiftright(Column, int)", shiftright(lit(16), 2), "4"),
                row("sin(Column)", sin(lit(0)), "0.0"),
                row("sinh(Column)", sinh(lit(0)), "0.0"),
                row("tan(Column)", tan(lit(0)), "0.0"),
                row("tanh(Column)", tanh(lit(0)), "0.0"),
                row("degrees(Column)", round(degrees(lit(Math.PI)), 4), "180.0"),
                row("radians(Column)", round(radians(lit(180)), 4), "3.1416"),
                row("signum(Column)", signum(lit(-5)), "-1"),
                row("sign(Column)", sign(lit(5)), "1"),
                row("format_number(Column, Integer)", format_number(lit(12345.678), 2), "  12,345.68"));
    }

    private static List<Row> texts() {
        return List.of(
                row("md5(Column)", md5(lit("Snowflake")), "edf1439075a83a447fb8b630ddc9c8de"),
                row("sha1(Column)", sha1(lit("Snowflake")), "fda76b0bcc1e87cf259b1d1e3271d76f590fb5dd"),
                row(
                        "sha2(Column, int)",
                        sha2(lit("Snowflake"), 224),
                        "6267d3d7a59929e6864dd4b737d98e3ef8569d9f88a7466647838532"),
                row("hash(Column[])", hash(lit(1)).is_not_null(), "true"),
                row("ascii(Column)", ascii(lit("!")), "33"),
                row("concat_ws(Column, Column[])", concat_ws(lit(","), lit("one"), lit("two")), "one,two"),
                row("concat(Column[])", concat(lit("a"), lit("b")), "ab"),
                row("initcap(Column)", initcap(lit("the sky")), "The Sky"),
                row("length(Column)", length(lit("abc")), "3"),
                row("lower(Column)", lower(lit("ABC")), "abc"),
                row("upper(Column)", upper(lit("abc")), "ABC"),
                row("lpad(Column, Column, Column)", lpad(lit("1"), lit(3), lit("0")), "001"),
                row("rpad(Column, Column, Column)", rpad(lit("1"), lit(3), lit("0")), "100"),
                row("ltrim(Column, Column)", ltrim(lit("##a"), lit("#")), "a"),
                row("ltrim(Column)", ltrim(lit(" a")), "a"),
                row("rtrim(Column, Column)", rtrim(lit("a##"), lit("#")), "a"),
                row("rtrim(Column)", rtrim(lit("a ")), "a"),
                row("trim(Column, Column)", trim(lit("*-ABC-*"), lit("*-")), "ABC"),
                row("repeat(Column, Column)", repeat(lit("xy"), lit(3)), "xyxyxy"),
                row("soundex(Column)", soundex(lit("Marks")), "M620"),
                row(
                        "split(Column, Column)",
                        split(lit("127.0.0.1"), lit(".")),
                        "[\n  \"127\",\n  \"0\",\n  \"0\",\n  \"1\"\n]"),
                row("substring(Column, Column, Column)", substring(lit("testing"), lit(2), lit(3)), "est"),
                row("substring_index(String, String, Integer)", substring_index("HOST", ".", 2), "HOS"),
                row("translate(Column, Column, Column)", translate(lit("peña"), lit("ñ"), lit("n")), "pena"),
                row("contains(Column, Column)", contains(lit("abc"), lit("b")), "true"),
                row("startswith(Column, Column)", startswith(lit("abc"), lit("a")), "true"),
                row("endswith(Column, Column)", endswith(lit("abc"), lit("c")), "true"),
                row("chr(Column)", chr(lit(83)), "S"),
                row("insert(Column, Column, Column, Column)", insert(lit("abc"), lit(1), lit(2), lit("Z")), "Zc"),
                row("left(Column, Column)", left(lit("abc"), lit(2)), "ab"),
                row("right(Column, Column)", right(lit("abc"), lit(2)), "bc"),
                row(
                        "regexp_count(Column, Column, Column, Column)",
                        regexp_count(lit("It was the best"), lit("WAS"), lit(1), lit("i")),
                        "1"),
                row("regexp_count(Column, Column)", regexp_count(lit("banana"), lit("an")), "2"),
                row("regexp_replace(Column, Column)", regexp_replace(lit("a1b2"), lit("[0-9]")), "ab"),
                row(
                        "regexp_replace(Column, Column, Column)",
                        regexp_replace(lit("a1b2"), lit("[0-9]"), lit("#")),
                        "a#b#"),
                row(
                        "regexp_extract(Column, String, Integer, Integer, Integer)",
                        regexp_extract(lit("id_20_30"), "(\\d+)", 1, 1, 1),
                        "20"),
                row("replace(Column, Column, Column)", replace(lit("down"), lit("down"), lit("up")), "up"),
                row("replace(Column, Column)", replace(lit("abcd"), lit("bc")), "ad"),
                row("charindex(Column, Column)", charindex(lit("an"), lit("banana")), "2"),
                row("charindex(Column, Column, Column)", charindex(lit("an"), lit("banana"), lit(3)), "4"),
                row("instr(Column, String)", instr(lit("It was"), "was"), "4"),
                row("locate(Column, Column, int)", locate(lit("an"), lit("banana"), 3), "4"),
                row("locate(String, Column)", locate("an", lit("banana")), "2"),
                row("collate(Column, String)", collate(lit("a"), "en-ci").equal_to(lit("A")), "true"),
                row("collation(Column)", collation(collate(lit("a"), "en-ci")), "en-ci"),
                row("reverse(Column)", reverse(lit("abc")), "cba"),
                row("base64(Column)", base64(lit("Snowflake")), "U25vd2ZsYWtl"),
                row("unbase64(Column)", unbase64(lit("U25vd2ZsYWtl")), "Snowflake"),
                row("hex(Column)", hex(lit("Snow")), "536E6F77"),
                row("unhex(Column)", unhex(lit("536E6F77")), "Snow"),
                row("strtok_to_array(Column)", strtok_to_array(lit("a b")), "[\n  \"a\",\n  \"b\"\n]"),
                row(
                        "strtok_to_array(Column, Column)",
                        strtok_to_array(lit("a.b"), lit(".")),
                        "[\n  \"a\",\n  \"b\"\n]"));
    }

    private static List<Row> contexts() {
        return List.of(
                row("current_date()", current_date().is_not_null(), "true"),
                row("current_timestamp()", current_timestamp().is_not_null(), "true"),
                row("current_region()", current_region().is_not_null(), "true"),
                row("current_time()", current_time().is_not_null(), "true"),
                row("current_version()", current_version().is_not_null(), "true"),
                row("current_account()", current_account().is_not_null(), "true"),
                row("current_role()", current_role().is_not_null(), "true"),
                row("current_available_roles()", startswith(current_available_roles(), lit("[")), "true"),
                row("current_session()", current_session().is_not_null(), "true"),
                row("current_statement()", contains(current_statement(), lit("current_statement")), "true"),
                row("current_user()", current_user().is_not_null(), "true"),
                row("current_database()", current_database(), "DB"),
                row("current_schema()", current_schema(), "S"),
                row("current_schemas()", contains(current_schemas(), lit("DB.S")), "true"),
                row("current_warehouse()", current_warehouse(), "COMPUTE_WH"),
                row("sysdate()", sysdate().is_not_null(), "true"));
    }

    private static List<Row> moments() {
        var at = ts("2024-02-29 13:14:15.5");
        return List.of(
                row("add_months(Column, Column)", add_months(date("2016-02-29"), lit(1)), "2016-03-31"),
                row(
                        "convert_timezone(Column, Column, Column)",
                        text(convert_timezone(
                                lit("America/Los_Angeles"), lit("America/New_York"), ts("2024-01-01 14:00:00"))),
                        "2024-01-01 17:00:00.000"),
                row(
                        "convert_timezone(Column, Column)",
                        text(convert_timezone(lit("America/New_York"), at)),
                        "2024-02-29 16:14:15.500 -0500"),
                row("year(Column)", year(at), "2024"),
                row("quarter(Column)", quarter(at), "1"),
                row("month(Column)", month(at), "2"),
                row("dayofweek(Column)", dayofweek(at), "4"),
                row("dayofmonth(Column)", dayofmonth(at), "29"),
                row("dayofyear(Column)", dayofyear(at), "60"),
                row("last_day(Column)", last_day(at), "2024-02-29"),
                row("weekofyear(Column)", weekofyear(at), "9"),
                row("hour(Column)", hour(at), "13"),
                row("minute(Column)", minute(at), "14"),
                row("second(Column)", second(at), "15"),
                row("months_between(String, String)", months_between("LATE", "EARLY"), "1.0"),
                row("next_day(Column, Column)", next_day(date("2024-02-29"), lit("fr")), "2024-03-01"),
                row("previous_day(Column, Column)", previous_day(date("2024-02-29"), lit("th")), "2024-02-22"),
                row("to_timestamp(Column)", text(to_timestamp(lit("2024-02-29 01:02:03"))), "2024-02-29 01:02:03.000"),
                row(
                        "to_timestamp(Column, Column)",
                        text(to_timestamp(lit("29.02.2024"), lit("DD.MM.YYYY"))),
                        "2024-02-29 00:00:00.000"),
                row("to_date(Column)", to_date(lit("2024-02-29")), "2024-02-29"),
                row("to_date(Column, Column)", to_date(lit("29.02.2024"), lit("DD.MM.YYYY")), "2024-02-29"),
                row(
                        "date_from_parts(Column, Column, Column)",
                        date_from_parts(lit(1977), lit(8), lit(7)),
                        "1977-08-07"),
                row(
                        "time_from_parts(Column, Column, Column, Column)",
                        text(time_from_parts(lit(12), lit(34), lit(56), lit(987654321))),
                        "12:34:56"),
                row("time_from_parts(Column, Column, Column)", time_from_parts(lit(12), lit(34), lit(56)), "12:34:56"),
                row(
                        "timestamp_from_parts(Column, Column, Column, Column, Column, Column)",
                        text(timestamp_from_parts(lit(2013), lit(4), lit(5), lit(12), lit(0), lit(0))),
                        "2013-04-05 12:00:00.000"),
                row(
                        "timestamp_from_parts(Column, Column, Column, Column, Column, Column, Column)",
                        text(timestamp_from_parts(lit(2013), lit(4), lit(5), lit(12), lit(0), lit(0), lit(5000000))),
                        "2013-04-05 12:00:00.005"),
                row(
                        "timestamp_from_parts(Column, Column)",
                        text(timestamp_from_parts(date("2013-04-05"), time_from_parts(lit(12), lit(0), lit(0)))),
                        "2013-04-05 12:00:00.000"),
                row(
                        "timestamp_ltz_from_parts(Column, Column, Column, Column, Column, Column)",
                        text(timestamp_ltz_from_parts(lit(2013), lit(4), lit(5), lit(12), lit(0), lit(0))),
                        "2013-04-05 12:00:00.000 -0700"),
                row(
                        "timestamp_ltz_from_parts(Column, Column, Column, Column, Column, Column, Column)",
                        text(timestamp_ltz_from_parts(lit(2013), lit(4), lit(5), lit(12), lit(0), lit(0), lit(0))),
                        "2013-04-05 12:00:00.000 -0700"),
                row(
                        "timestamp_ntz_from_parts(Column, Column, Column, Column, Column, Column)",
                        text(timestamp_ntz_from_parts(lit(2013), lit(4), lit(5), lit(12), lit(0), lit(0))),
                        "2013-04-05 12:00:00.000"),
                row(
                        "timestamp_ntz_from_parts(Column, Column, Column, Column, Column, Column, Column)",
                        text(timestamp_ntz_from_parts(lit(2013), lit(4), lit(5), lit(12), lit(0), lit(0), lit(0))),
                        "2013-04-05 12:00:00.000"),
                row(
                        "timestamp_ntz_from_parts(Column, Column)",
                        text(timestamp_ntz_from_parts(date("2013-04-05"), time_from_parts(lit(12), lit(0), lit(0)))),
                        "2013-04-05 12:00:00.000"),
                row(
                        "timestamp_tz_from_parts(Column, Column, Column, Column, Column, Column)",
                        text(timestamp_tz_from_parts(lit(2013), lit(4), lit(5), lit(12), lit(0), lit(0))),
                        "2013-04-05 12:00:00.000 -0700"),
                row(
                        "timestamp_tz_from_parts(Column, Column, Column, Column, Column, Column, Column)",
                        text(timestamp_tz_from_parts(lit(2013), lit(4), lit(5), lit(12), lit(0), lit(0), lit(0))),
                        "2013-04-05 12:00:00.000 -0700"),
                row(
                        "timestamp_tz_from_parts(Column, Column, Column, Column, Column, Column, Column, Column)",
                        text(timestamp_tz_from_parts(
                                lit(2013),
                                lit(4),
                                lit(5),
                                lit(12),
                                lit(0),
                                lit(0),
                                lit(0),
                                lit("America/Los_Angeles"))),
                        "2013-04-05 12:00:00.000 -0700"),
                row("dayname(Column)", dayname(at), "Thu"),
                row("monthname(Column)", monthname(at), "Feb"),
                row("dateadd(String, Column, Column)", dateadd("day", lit(1), date("2024-02-29")), "2024-03-01"),
                row(
                        "datediff(String, Column, Column)",
                        datediff("month", date("2024-02-29"), date("2025-01-01")),
                        "11"),
                row("trunc(Column, Column)", trunc(date("2024-02-29"), lit("month")), "2024-02-01"),
                row("date_trunc(String, Column)", date_trunc("year", date("2024-02-29")), "2024-01-01"),
                row("date_add(Integer, Column)", date_add(1, date("2024-02-29")), "2024-03-01"),
                row("date_add(Column, Column)", date_add(date("2024-02-29"), lit(1)), "2024-03-01"),
                row("date_format(Column, String)", date_format(at, "YYYY/MM"), "2024/02"),
                row("unix_timestamp(Column)", unix_timestamp(to_timestamp(lit("1970-01-02 00:00:00"))), "86400"),
                row("from_unixtime(Column)", from_unixtime(lit(86400)), "1970-01-02 00:00:00.000"),
                row("from_unixtime(Column, String)", from_unixtime(lit(86400), "YYYY-MM-DD"), "1970-01-02"),
                row(
                        "from_utc_timestamp(Column)",
                        from_utc_timestamp(lit("2024-02-29 00:00:00")).is_not_null(),
                        "true"),
                row(
                        "to_utc_timestamp(Column)",
                        to_utc_timestamp(lit("2024-02-29 00:00:00")).is_not_null(),
                        "true"));
    }

    private static List<Row> variants() {
        var array = array_construct(lit(1), lit(2), lit(3));
        var object = object_construct(lit("a"), lit(1), lit("b"), lit("BBBB"));
        return List.of(
                row("arrays_overlap(Column, Column)", arrays_overlap(array, array_construct(lit(3))), "true"),
                row(
                        "array_intersection(Column, Column)",
                        array_intersection(array, array_construct(lit(3), lit(4))),
                        "[\n  3\n]"),
                row("is_array(Column)", is_array(json("[1]")), "true"),
                row("is_boolean(Column)", is_boolean(json("true")), "true"),
                row("is_binary(Column)", is_binary(to_variant(lit(new byte[] {1}))), "true"),
                row("is_char(Column)", is_char(json("\"a\"")), "true"),
                row("is_varchar(Column)", is_varchar(json("1")), "false"),
                row("is_date(Column)", is_date(to_variant(date("2024-02-29"))), "true"),
                row("is_date_value(Column)", is_date_value(to_variant(date("2024-02-29"))), "true"),
                row("is_decimal(Column)", is_decimal(json("1.5")), "true"),
                row("is_double(Column)", is_double(json("1.5e10")), "true"),
                row("is_real(Column)", is_real(json("\"a\"")), "false"),
                row("is_integer(Column)", is_integer(json("1")), "true"),
                row("is_null_value(Column)", is_null_value(json("null")), "true"),
                row("is_object(Column)", is_object(json("{}")), "true"),
                row("is_time(Column)", is_time(to_variant(time_from_parts(lit(1), lit(2), lit(3)))), "true"),
                row("is_timestamp_ltz(Column)", is_timestamp_ltz(to_variant(current_timestamp())), "true"),
                row("is_timestamp_ntz(Column)", is_timestamp_ntz(to_variant(to_timestamp(lit("2024-02-29")))), "true"),
                row(
                        "is_timestamp_tz(Column)",
                        is_timestamp_tz(to_variant(
                                timestamp_tz_from_parts(lit(2013), lit(4), lit(5), lit(12), lit(0), lit(0)))),
                        "true"),
                row("check_json(Column)", check_json(lit("{")).is_not_null(), "true"),
                row("check_xml(Column)", check_xml(lit("<a>")), "prematurely terminated XML document, pos 3"),
                row(
                        "json_extract_path_text(Column, Column)",
                        json_extract_path_text(lit("{\"a\": {\"b\": 2}}"), lit("a.b")),
                        "2"),
                row("parse_json(Column)", parse_json(lit("{\"b\":1,\"a\":2}")), "{\n  \"a\": 2,\n  \"b\": 1\n}"),
                row("parse_xml(Column)", parse_xml(lit("<a><b>1</b></a>")), "<a>\n  <b>1</b>\n</a>"),
                row("strip_null_value(Column)", strip_null_value(json("null")), "null"),
                row("array_append(Column, Column)", array_append(array, lit(4)), "[\n  1,\n  2,\n  3,\n  4\n]"),
                row(
                        "array_cat(Column, Column)",
                        array_cat(array, array_construct(lit(9))),
                        "[\n  1,\n  2,\n  3,\n  9\n]"),
                row("array_compact(Column)", array_compact(array_construct(lit(1), lit(null))), "[\n  1\n]"),
                row("array_construct(Column[])", array_construct(lit(1), lit(null)), "[\n  1,\n  undefined\n]"),
                row("array_construct_compact(Column[])", array_construct_compact(lit(1), lit(null)), "[\n  1\n]"),
                row("array_contains(Column, Column)", array_contains(to_variant(lit(2)), array), "true"),
                row(
                        "array_insert(Column, Column, Column)",
                        array_insert(array, lit(0), lit(9)),
                        "[\n  9,\n  1,\n  2,\n  3\n]"),
                row("array_position(Column, Column)", array_position(to_variant(lit(2)), array), "1"),
                row("array_prepend(Column, Column)", array_prepend(array, lit(0)), "[\n  0,\n  1,\n  2,\n  3\n]"),
                row("array_size(Column)", array_size(array), "3"),
                row("size(Column)", size(array), "3"),
                row("array(Column[])", array(lit(1)), "[\n  1\n]"),
                row("array_slice(Column, Column, Column)", array_slice(array, lit(0), lit(2)), "[\n  1,\n  2\n]"),
                row("array_to_string(Column, Column)", array_to_string(array, lit("-")), "1-2-3"),
                row("object_construct(Column[])", object, "{\n  \"a\": 1,\n  \"b\": \"BBBB\"\n}"),
                row(
                        "object_delete(Column, Column, Column[])",
                        object_delete(object, lit("a")),
                        "{\n  \"b\": \"BBBB\"\n}"),
                row(
                        "object_insert(Column, Column, Column)",
                        object_insert(object, lit("c"), lit(3)),
                        "{\n  \"a\": 1,\n  \"b\": \"BBBB\",\n  \"c\": 3\n}"),
                row(
                        "object_insert(Column, Column, Column, Column)",
                        object_insert(object, lit("b"), lit(2), lit(true)),
                        "{\n  \"a\": 1,\n  \"b\": 2\n}"),
                row("object_pick(Column, Column, Column[])", object_pick(object, lit("a")), "{\n  \"a\": 1\n}"),
                row("object_keys(Column)", object_keys(object), "[\n  \"a\",\n  \"b\"\n]"),
                row("as_array(Column)", as_array(json("[1]")), "[\n  1\n]"),
                row("as_binary(Column)", hex(as_binary(to_variant(lit(new byte[] {1})))), "01"),
                row("as_char(Column)", as_char(json("\"a\"")), "a"),
                row("as_varchar(Column)", as_varchar(json("1")), "null"),
                row("as_date(Column)", as_date(to_variant(date("2024-02-29"))), "2024-02-29"),
                row("as_decimal(Column)", as_decimal(json("1.5")), "2"),
                row("as_decimal(Column, int)", as_decimal(json("1.5"), 10), "2"),
                row("as_decimal(Column, int, int)", as_decimal(json("1.5"), 10, 1), "1.5"),
                row("as_number(Column)", as_number(json("\"a\"")), "null"),
                row("as_number(Column, int)", as_number(json("2"), 10), "2"),
                row("as_number(Column, int, int)", as_number(json("1.5"), 10, 1), "1.5"),
                row("as_double(Column)", as_double(json("1.5")), "1.5"),
                row("as_real(Column)", as_real(json("1.5")), "1.5"),
                row("as_integer(Column)", as_integer(json("2")), "2"),
                row("as_object(Column)", as_object(json("{\"a\":1}")), "{\n  \"a\": 1\n}"),
                row("as_time(Column)", as_time(to_variant(time_from_parts(lit(1), lit(2), lit(3)))), "01:02:03"),
                row(
                        "as_timestamp_ltz(Column)",
                        as_timestamp_ltz(to_variant(current_timestamp())).is_not_null(),
                        "true"),
                row(
                        "as_timestamp_ntz(Column)",
                        text(as_timestamp_ntz(to_variant(to_timestamp(lit("2024-02-29"))))),
                        "2024-02-29 00:00:00.000"),
                row(
                        "as_timestamp_tz(Column)",
                        as_timestamp_tz(to_variant(
                                        timestamp_tz_from_parts(lit(2013), lit(4), lit(5), lit(12), lit(0), lit(0))))
                                .is_not_null(),
                        "true"),
                row("to_array(Column)", to_array(lit(1)), "[\n  1\n]"),
                row("to_json(Column)", to_json(json("{\"b\": 1, \"a\": 2}")), "{\"a\":2,\"b\":1}"),
                row("to_object(Column)", to_object(json("{\"a\":1}")), "{\n  \"a\": 1\n}"),
                row("to_variant(Column)", to_variant(lit("a")), "\"a\""),
                row(
                        "to_xml(Column)",
                        to_xml(json("{\"a\":\"b\"}")),
                        "<SnowflakeData type=\"OBJECT\"><a type=\"VARCHAR\">b</a></SnowflakeData>"),
                row("get(Column, Column)", get(array, lit(1)), "2"),
                row("get_ignore_case(Column, Column)", get_ignore_case(object, lit("A")), "1"),
                row(
                        "xmlget(Column, Column, Column)",
                        xmlget(parse_xml(lit("<a><b>1</b><b>2</b></a>")), lit("b"), lit(1)),
                        "<b>2</b>"),
                row("xmlget(Column, Column)", xmlget(parse_xml(lit("<a><b>1</b></a>")), lit("b")), "<b>1</b>"),
                row("get_path(Column, Column)", get_path(json("{\"a\": {\"b\": 2}}"), lit("a.b")), "2"));
    }

    private static List<Row> others() {
        return List.of(
                window("seq1()", seq1().lt(lit(4)), "true,true,true,true"),
                window("seq1(boolean)", seq1(true).lt(lit(4)), "true,true,true,true"),
                window("seq2()", seq2().lt(lit(4)), "true,true,true,true"),
                window("seq2(boolean)", seq2(true).lt(lit(4)), "true,true,true,true"),
                window("seq4()", seq4().lt(lit(4)), "true,true,true,true"),
                window("seq4(boolean)", seq4(true).lt(lit(4)), "true,true,true,true"),
                window("seq8()", seq8().lt(lit(4)), "true,true,true,true"),
                window("seq8(boolean)", seq8(true).lt(lit(4)), "true,true,true,true"),
                window(
                        "monotonically_increasing_id()",
                        monotonically_increasing_id().lt(lit(4)),
                        "true,true,true,true"),
                row("callUDF(String, Column[])", callUDF("UPPER", lit("a")), "A"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void givesWhatSnowflakeGives(Row row) {
        assertThat(result(row)).isEqualTo(row.expected());
    }

    private static String result(Row row) {
        try {
            return switch (row.over()) {
                case ONE_ROW -> value(one.select(row.column()));
                case NUMBERS -> value(numbers.select(row.column()));
                case EACH_NUMBER ->
                    Arrays.stream(numbers.select(col("Y"), col("G"), row.column())
                                    .sort(col("Y").asc(), col("G").asc())
                                    .collect())
                            .map(values -> String.valueOf(values.get(2)))
                            .collect(Collectors.joining(","));
                case SORTED_NUMBERS -> value(numbers.sort(row.column()));
                case ROLLED_UP ->
                    Arrays.stream(numbers.rollup("G")
                                    .agg(row.column().as("R"))
                                    .sort(col("G").asc_nulls_last())
                                    .collect())
                            .map(values -> String.valueOf(values.get(1)))
                            .collect(Collectors.joining(","));
            };
        } catch (Exception e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String value(DataFrame frame) {
        return String.valueOf(frame.first().orElseThrow().get(0));
    }

    @Test
    void everyMethodHasARow() {
        Set<String> methods = Arrays.stream(Functions.class.getMethods())
                .filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.getName().equals("udf"))
                .map(FunctionsTest::signature)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tested = rows().map(Row::method).collect(Collectors.toCollection(TreeSet::new));

        assertThat(tested).containsExactlyElementsOf(methods);
    }

    private static String signature(Method method) {
        return method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
