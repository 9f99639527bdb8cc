package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whole numbers divided by constants, which take a shorter way than other numbers: the answers must be the same. */
@Tag("driver")
class WholeNumbersTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = SERVER.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void aQuotientIsRoundedHalfAwayFromZeroToSixDigits() throws SQLException {
        LocalServer.execute(connection, "create or replace table n (a number(18,0))");
        LocalServer.execute(
                connection, "insert into n values (1), (-1), (0), (999999999999999999), (-999999999999999999), (null)");
        Random random = new Random(4);
        for (int i = 0; i < 200; i++) {
            LocalServer.execute(
                    connection, "insert into n values (" + (random.nextLong() % 1_000_000_000_000_000_000L) + ")");
        }
        for (String divisor : new String[] {"1", "3", "-7", "60", "2000000", "999999999"}) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select a, a / " + divisor + ", mod(a, " + divisor + "), a % " + divisor + " from n")) {
                assertThat(rows.getMetaData().getScale(2)).isEqualTo(6);
                assertThat(rows.getMetaData().getScale(3)).isZero();
                while (rows.next()) {
                    BigDecimal a = rows.getBigDecimal(1);
                    if (a == null) {
                        assertThat(rows.getBigDecimal(2)).isNull();
                        assertThat(rows.getBigDecimal(3)).isNull();
                    } else {
                        BigDecimal b = new BigDecimal(divisor);
                        assertThat(rows.getBigDecimal(2))
                                .as(a + " / " + divisor)
                                .isEqualByComparingTo(a.divide(b, 6, RoundingMode.HALF_UP));
                        assertThat(rows.getBigDecimal(3)).isEqualByComparingTo(a.remainder(b));
                        assertThat(rows.getBigDecimal(4)).isEqualByComparingTo(a.remainder(b));
                    }
                }
            }
        }
    }

    @Test
    void numbersOfManyDigitsAndOtherDivisorsAreExactToo() throws SQLException {
        assertThat(LocalServer.value(connection, "select 12345678901234567890123456789012::number(38,0) / 3"))
                .isEqualTo("4115226300411522630041152263004.000000");
        assertThat(LocalServer.value(connection, "select 12345678901234567890123456789012345::number(38,0) % 10"))
                .isEqualTo("5");
        assertThat(LocalServer.value(connection, "select 7 / 0.5")).startsWith("14");
    }

    @Test
    void zeroDividesNothing() {
        for (String expression : new String[] {"1 / 0", "mod(1, 0)", "1 % 0"}) {
            assertThatThrownBy(() -> LocalServer.value(connection, "select " + expression))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("Division by zero");
        }
    }
}
