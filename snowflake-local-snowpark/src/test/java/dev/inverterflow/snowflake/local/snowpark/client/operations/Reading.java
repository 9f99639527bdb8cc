package dev.inverterflow.snowflake.local.snowpark.client.operations;

import static com.snowflake.snowpark_java.Functions.*;
import static dev.inverterflow.snowflake.local.snowpark.client.operations.Operations.rows;

import com.snowflake.snowpark_java.Column;
import com.snowflake.snowpark_java.DataFrame;
import com.snowflake.snowpark_java.Row;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.TableFunctions;
import com.snowflake.snowpark_java.Window;
import com.snowflake.snowpark_java.types.DataTypes;
import com.snowflake.snowpark_java.types.StructField;
import com.snowflake.snowpark_java.types.StructType;
import com.snowflake.snowpark_java.types.Variant;
import dev.inverterflow.snowflake.local.snowpark.client.operations.Operations.Operation;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Queries. */
final class Reading {

    private Reading() {}

    static Map<String, Operation> operations() {
        Map<String, Operation> all = new LinkedHashMap<>();
        frames(all);
        relational(all);
        semiStructured(all);
        actions(all);
        return all;
    }

    private static DataFrame plants(Session session) {
        return session.table("PLANTS");
    }

    private static void frames(Map<String, Operation> all) {
        all.put("sql", s -> rows(s.sql("SELECT 1, 'a'")));
        all.put("sql with binds", s -> rows(s.sql("SELECT ? + 1, ? || '!'", 41, "b")));
        all.put("schema", s -> plants(s).schema().toString());
        all.put("createDataFrame", s -> rows(frame(s, 2).sort(col("ID").asc())));
        all.put(
                "createDataFrame of many rows",
                s -> String.valueOf(frame(s, 600).count()));
        all.put("createDataFrame of all types", Reading::types);
        all.put("range", s -> rows(s.range(0, 6, 2).sort(col("ID").asc())));
        all.put("generator", s -> rows(s.generator(2, seq4().as("N"), lit("x").as("X"))));
    }

    private static DataFrame frame(Session session, int size) {
        StructType schema = StructType.create(
                new StructField("ID", DataTypes.IntegerType), new StructField("NAME", DataTypes.StringType));
        Row[] rows =
                IntStream.range(0, size).mapToObj(i -> Row.create(i, "n" + i)).toArray(Row[]::new);
        return session.createDataFrame(rows, schema);
    }

    private static String types(Session session) {
        StructType schema = StructType.create(
                new StructField("B", DataTypes.BooleanType),
                new StructField("D", DataTypes.DoubleType),
                new StructField("N", DataTypes.createDecimalType(10, 2)),
                new StructField("DA", DataTypes.DateType),
                new StructField("T", DataTypes.TimeType),
                new StructField("TS", DataTypes.TimestampType),
                new StructField("V", DataTypes.VariantType));
        Row row = Row.create(
                true,
                2.5,
                new BigDecimal("12.34"),
                Date.valueOf("2024-02-29"),
                Time.valueOf("01:02:03"),
                Timestamp.valueOf("2024-02-29 01:02:03"),
                new Variant("{\"a\": 1}"));
        return rows(session.createDataFrame(new Row[] {row}, schema));
    }

    private static void relational(Map<String, Operation> all) {
        all.put(
                "filter, withColumn, sort",
                s -> rows(plants(s)
                        .filter(col("POWER").gt(lit(6)))
                        .withColumn("DOUBLED", col("POWER").multiply(lit(2)))
                        .select("ID", "DOUBLED")
                        .sort(col("ID").desc())));
        all.put(
                "rename, drop",
                s -> rows(plants(s)
                        .rename("PLANT", col("ID"))
                        .drop("POWER", "DETAILS")
                        .limit(1)));
        all.put(
                "distinct",
                s -> rows(plants(s).select("SITE").distinct().sort(col("SITE").asc())));
        all.put(
                "group and aggregate",
                s -> rows(plants(s)
                        .groupBy("SITE")
                        .agg(sum(col("POWER")).as("S"), count(lit(1)))
                        .sort(col("SITE").asc())));
        all.put(
                "rollup",
                s -> rows(plants(s)
                        .rollup("SITE")
                        .agg(count(lit(1)))
                        .sort(col("SITE").asc_nulls_last())));
        all.put(
                "inner join",
                s -> rows(plants(s)
                        .join(s.table("SITES"), "SITE")
                        .select("ID", "CITY")
                        .sort(col("ID").asc())));
        all.put(
                "left join",
                s -> rows(plants(s)
                        .join(s.table("SITES"), new String[] {"SITE"}, "left")
                        .select("ID", "CITY")
                        .sort(col("ID").asc())));
        all.put("join on a condition", Reading::joinOnCondition);
        all.put(
                "cross join",
                s -> String.valueOf(plants(s).crossJoin(s.table("SITES")).count()));
        all.put(
                "union, intersect, except",
                s -> rows(plants(s)
                        .select("SITE")
                        .union(s.table("SITES").select("SITE"))
                        .except(plants(s)
                                .select("SITE")
                                .intersect(s.table("SITES").select("SITE")))
                        .sort(col("SITE").asc())));
        all.put(
                "rank in a window",
                s -> rows(plants(s)
                        .select(
                                col("ID"),
                                rank().over(Window.partitionBy(col("SITE"))
                                        .orderBy(col("POWER").desc())))
                        .sort(col("ID").asc())));
        all.put(
                "pivot",
                s -> rows(plants(s)
                        .select("SITE", "POWER")
                        .pivot("SITE", new Object[] {"A", "B"})
                        .sum(col("POWER"))));
        all.put(
                "na",
                s -> rows(plants(s)
                        .select("ID", "POWER")
                        .na()
                        .fill(Map.of("POWER", 0.0))
                        .filter(col("ID").equal_to(lit(3)))));
        all.put("stat", s -> String.valueOf(plants(s).stat().corr("ID", "ID").orElseThrow()));
        all.put("sample", s -> String.valueOf(plants(s).sample(2L).count()));
    }

    private static String joinOnCondition(Session session) {
        DataFrame plants = plants(session);
        DataFrame sites = session.table("SITES");
        return rows(plants.join(sites, plants.col("SITE").equal_to(sites.col("SITE")))
                .select(plants.col("ID"), sites.col("SITE"))
                .sort(plants.col("ID").asc()));
    }

    private static void semiStructured(Map<String, Operation> all) {
        Column tags = col("DETAILS").subField("tags");
        all.put(
                "fields of a variant",
                s -> rows(plants(s)
                        .select(
                                tags.subField(0).cast(DataTypes.StringType),
                                col("DETAILS").subField("owner"))
                        .limit(1)));
        all.put(
                "flatten a column",
                s -> rows(plants(s)
                        .flatten(tags)
                        .select("ID", "INDEX", "VALUE")
                        .sort(col("ID").asc(), col("INDEX").asc())));
        all.put(
                "flatten a value",
                s -> rows(s.flatten(parse_json(lit("[7, 8]"))).select("INDEX", "VALUE")));
        all.put(
                "a table function beside each row",
                s -> rows(plants(s)
                        .join(TableFunctions.flatten(), Map.of("input", tags))
                        .sort(col("ID").asc(), col("INDEX").asc())
                        .select("ID", "VALUE")));
        all.put(
                "functions",
                s -> rows(s.sql("SELECT 'Solar' AS T, DATE '2024-02-29' AS D, 2.567 AS N")
                        .select(
                                upper(col("T")),
                                length(col("T")),
                                substring(col("T"), lit(1), lit(3)),
                                concat(col("T"), lit("!")),
                                split(lit("a-b"), lit("-")),
                                year(col("D")),
                                dateadd("day", lit(1), col("D")),
                                datediff("day", col("D"), col("D")),
                                date_trunc("month", col("D")),
                                round(col("N"), lit(1)),
                                floor(col("N")),
                                coalesce(lit(null), col("N")),
                                iff(col("N").gt(lit(1)), lit("y"), lit("n")),
                                when(col("N").lt(lit(1)), lit("small")).otherwise(lit("large")),
                                array_size(array_construct(lit(1), lit(2))),
                                object_construct(lit("k"), col("N")))));
    }

    private static void actions(Map<String, Operation> all) {
        all.put("count", s -> String.valueOf(plants(s).count()));
        all.put(
                "first",
                s -> rows(new Row[] {
                    plants(s).sort(col("ID").asc()).select("ID").first().orElseThrow()
                }));
        all.put("toLocalIterator", Reading::iterated);
        all.put(
                "asynchronous collect",
                s -> rows(plants(s)
                        .select("ID")
                        .sort(col("ID").asc())
                        .async()
                        .collect()
                        .getResult()));
        all.put(
                "asynchronous count",
                s -> String.valueOf(plants(s).async().count().getResult()));
        all.put(
                "explain",
                s -> s.sql("EXPLAIN USING TEXT SELECT * FROM PLANTS").schema().names()[0]);
        all.put("an unknown table", s -> rows(s.table("NOWHERE")));
        all.put("an unknown column", s -> rows(plants(s).select("NOTHING")));
    }

    private static String iterated(Session session) {
        Iterator<Row> rows = plants(session).select("ID").sort(col("ID").asc()).toLocalIterator();
        StringBuilder ids = new StringBuilder();
        rows.forEachRemaining(row -> ids.append(row.getInt(0)).append(';'));
        return ids.toString();
    }
}
