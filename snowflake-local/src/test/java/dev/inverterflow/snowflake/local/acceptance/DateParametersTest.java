package dev.inverterflow.snowflake.local.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Session parameters that decide how weeks are counted and how dates are read. */
@Tag("driver")
class DateParametersTest {

    @RegisterExtension
    static final LocalServer SERVER = new LocalServer();

    /** docs.snowflake.com/en/sql-reference/functions-date-time, "Controlling the first day of the week". */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 2016-12-30 | 5 2016-12-26 2017-01-01 0
            0 | 2017-01-01 | 0 2016-12-26 2017-01-01 0
            0 | 2017-12-31 | 0 2017-12-25 2017-12-31 52
            1 | 2017-01-01 | 7 2016-12-26 2017-01-01 0
            1 | 2017-01-02 | 1 2017-01-02 2017-01-08 1
            3 | 2016-12-30 | 3 2016-12-28 2017-01-03 0
            3 | 2017-01-03 | 7 2016-12-28 2017-01-03 0
            3 | 2017-01-04 | 1 2017-01-04 2017-01-10 1
            3 | 2017-12-31 | 5 2017-12-27 2018-01-02 52
            """)
    void aWeekBeginsOnTheDayThatTheSessionSays(int start, String day, String expected) throws SQLException {
        try (Connection connection = SERVER.connect()) {
            LocalServer.execute(connection, "alter session set week_start = " + start);

            assertThat(LocalServer.value(
                            connection,
                            "select dayofweek(d) || ' ' || date_trunc('week', d) || ' ' || last_day(d, 'week') || ' ' ||"
                                    + " datediff('week', '2017-01-01', d) from (select '" + day + "'::date as d)"))
                    .isEqualTo(expected);
        }
    }

    /** Ibid., "Controlling the year and days for the first/last weeks of the year": WEEK, WEEKISO, YEAROFWEEK, YEAROFWEEKISO. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0 | 0 | 2017-01-01 | 52 52 2016 2016
            0 | 3 | 2016-12-30 | 53 52 2016 2016
            0 | 3 | 2017-01-03 | 53 1 2016 2017
            0 | 3 | 2017-01-04 | 1 1 2017 2017
            0 | 3 | 2017-12-31 | 52 52 2017 2017
            1 | 1 | 2016-12-31 | 53 52 2016 2016
            1 | 1 | 2017-01-01 | 1 52 2017 2016
            1 | 1 | 2017-01-02 | 2 1 2017 2017
            1 | 3 | 2017-01-03 | 1 1 2017 2017
            1 | 3 | 2017-01-04 | 2 1 2017 2017
            1 | 3 | 2017-12-31 | 53 52 2017 2017
            """)
    void theFirstWeekOfAYearIsTheOneThatTheSessionSays(int policy, int start, String day, String expected)
            throws SQLException {
        try (Connection connection = SERVER.connect()) {
            LocalServer.execute(
                    connection, "alter session set week_of_year_policy = " + policy + ", week_start = " + start);

            assertThat(LocalServer.value(
                            connection,
                            "select week(d) || ' ' || weekiso(d) || ' ' || yearofweek(d) || ' ' || yearofweekiso(d)"
                                    + " from (select '" + day + "'::date as d)"))
                    .isEqualTo(expected);
        }
    }

    /** docs.snowflake.com/en/sql-reference/functions/time_slice: weeks since the one in which 1970 began. */
    @Test
    void slicesOfWeeksBeginOnTheDayThatTheSessionSays() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            var slice = "select time_slice('1970-01-12'::date, 2, 'week')";
            assertThat(LocalServer.value(connection, slice)).isEqualTo("1970-01-12");
            LocalServer.execute(connection, "alter session set week_start = 7");
            assertThat(LocalServer.value(connection, slice)).isEqualTo("1970-01-11");
        }
    }

    /** docs.snowflake.com/en/sql-reference/functions/to_date: the default format is DATE_INPUT_FORMAT; and its likes. */
    @Test
    void textsAreReadByTheInputFormatsOfTheSession() throws SQLException {
        try (Connection connection = SERVER.connect()) {
            LocalServer.execute(
                    connection,
                    "alter session set date_input_format = 'DD.MM.YYYY', time_input_format = 'HH24.MI',"
                            + " timestamp_input_format = 'DD.MM.YYYY HH24:MI'");

            assertThat(LocalServer.value(connection, "select to_date('03.02.2024')"))
                    .isEqualTo("2024-02-03");
            assertThat(LocalServer.value(connection, "select '10.11'::time")).isEqualTo("10:11:00");
            assertThat(LocalServer.value(connection, "select '03.02.2024 10:11'::timestamp_ntz"))
                    .isEqualTo("2024-02-03 10:11:00.000");
            assertThat(LocalServer.value(connection, "select to_date('2024-02-03', 'AUTO')"))
                    .isEqualTo("2024-02-03");
            assertThatThrownBy(() -> LocalServer.value(connection, "select '2024-02-03'::date"))
                    .hasMessageContaining("Can't parse '2024-02-03' as date with format 'DD.MM.YYYY'");
        }
    }
}
