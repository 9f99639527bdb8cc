package dev.inverterflow.snowflake.local.snowpark.client;

import com.snowflake.snowpark_java.Functions;
import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.sproc.JavaSProc0;
import com.snowflake.snowpark_java.sproc.JavaSProc1;
import com.snowflake.snowpark_java.sproc.JavaSProc2;
import com.snowflake.snowpark_java.sproc.JavaSProc5;
import com.snowflake.snowpark_java.types.Variant;
import com.snowflake.snowpark_java.udf.JavaUDF0;
import com.snowflake.snowpark_java.udf.JavaUDF1;
import com.snowflake.snowpark_java.udf.JavaUDF2;
import com.snowflake.snowpark_java.udf.JavaUDF5;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;

/** Lambdas for the server, in a class that needs nothing of the tests: it is sent there, too. */
final class Lambdas {

    static final JavaUDF1<Integer, Integer> DOUBLED = n -> n * 2;

    static final JavaUDF2<String, Integer, String> REPEATED = (s, n) -> s == null ? "none" : s.repeat(n);

    static final JavaUDF1<Timestamp, Date> DAY = t -> new Date(t.getTime());

    static final JavaUDF1<BigDecimal, BigDecimal> HALF = d -> d.divide(BigDecimal.valueOf(2));

    static final JavaUDF1<Boolean, Boolean> NOT = b -> !b;

    static final JavaUDF1<byte[], Long> LENGTH = b -> (long) b.length;

    static final JavaUDF1<Integer, Integer> PLUS_ONE = n -> n + 1;

    static final JavaUDF1<Integer, Integer> FAILING = n -> {
        if (n > 2) {
            throw new IllegalArgumentException("no " + n);
        }
        return n;
    };

    static final JavaSProc1<String, Long> COUNT =
            (Session session, String table) -> session.table(table).count();

    static final JavaSProc1<String, String> HELLO = (Session session, String name) -> "Hello " + name;

    static final JavaSProc0<String> SCHEMA =
            session -> session.getCurrentSchema().orElse("none");

    static final JavaSProc2<String, Integer, Integer> COPY = (Session session, String table, Integer from) -> {
        session.table("NUMBERS")
                .filter(Functions.col("N").geq(Functions.lit(from)))
                .write()
                .saveAsTable(table);
        return (int) session.table(table).count();
    };

    static final JavaSProc1<Integer, String> TEMPORARY_TABLE = (Session session, Integer n) -> {
        session.sql("CREATE OR REPLACE TEMPORARY TABLE OF_CALLER (A INT)").collect();
        return "made " + n;
    };

    static final JavaSProc1<Integer, Integer> FAILING_PROCEDURE = (Session session, Integer n) -> {
        throw new IllegalStateException("no " + n);
    };

    static final JavaSProc5<Double, Boolean, Date, BigDecimal, Variant, String> TYPES =
            (Session session, Double d, Boolean b, Date day, BigDecimal n, Variant v) -> String.join(
                    " ",
                    d.toString(),
                    b.toString(),
                    day.toString(),
                    n.toPlainString(),
                    v.asMap().get("a").asString());

    static final JavaUDF0<Integer> SEVEN = () -> 7;

    static final JavaUDF5<String, String, String, String, String, String> JOINED =
            (a, b, c, d, e) -> String.join("-", a, b, c, d, e);

    static final JavaUDF1<Variant, String> FIELD =
            v -> v == null ? "none" : v.asMap().get("a").asString();

    static final JavaUDF1<String[], Integer> SIZE = array -> array.length;

    private Lambdas() {}

    /** A lambda that keeps what it was made with. */
    static JavaUDF1<Integer, Integer> plus(int added) {
        return n -> n + added;
    }

    /** A procedure's lambda that keeps what it was made with. */
    static JavaSProc1<String, String> greeting(String word) {
        return (session, name) -> word + " " + name;
    }
}
