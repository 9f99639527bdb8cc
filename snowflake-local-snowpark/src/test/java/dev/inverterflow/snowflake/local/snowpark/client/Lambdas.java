package dev.inverterflow.snowflake.local.snowpark.client;

import com.snowflake.snowpark_java.Session;
import com.snowflake.snowpark_java.sproc.JavaSProc1;
import com.snowflake.snowpark_java.udf.JavaUDF1;
import com.snowflake.snowpark_java.udf.JavaUDF2;
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

    private Lambdas() {}
}
