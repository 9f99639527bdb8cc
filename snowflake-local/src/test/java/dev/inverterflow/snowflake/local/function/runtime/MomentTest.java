package dev.inverterflow.snowflake.local.function.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Source: docs.snowflake.com/en/sql-reference/date-time-input-output. */
class MomentTest {
    private static final ZoneId SESSION = ZoneId.of("America/Los_Angeles");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2013-04-28T20:57:01.123456789+07:00      | 2013-04-28T20:57:01.123456 | +07:00
            2013-04-28 20:57:01.123456789+07         | 2013-04-28T20:57:01.123456 | +07:00
            2013-04-28 20:57:01.123456789 +0700      | 2013-04-28T20:57:01.123456 | +07:00
            2013-04-28 20:57:01 +07:00               | 2013-04-28T20:57:01        | +07:00
            2013-04-28T20:57:01                      | 2013-04-28T20:57:01        | -07:00
            2013-04-28T20:57:01Z                     | 2013-04-28T20:57:01        | Z
            2013-04-28T20:57                         | 2013-04-28T20:57           | -07:00
            2013-04-28 20                            | 2013-04-28T20:00           | -07:00
            2013-04-28T20:57:01-07:00                | 2013-04-28T20:57:01        | -07:00
            2013-04-28                               | 2013-04-28T00:00           | -07:00
            17-DEC-1980                              | 1980-12-17T00:00           | -08:00
            12/17/1980                               | 1980-12-17T00:00           | -08:00
            Thu, 21 Dec 2000 16:01:07 +0200          | 2000-12-21T16:01:07        | +02:00
            Thu, 21 Dec 2000 04:01:07 PM +0200       | 2000-12-21T16:01:07        | +02:00
            Mon Jul 08 18:09:51 +0000 2013           | 2013-07-08T18:09:51        | Z
            12/17/1980 10:11:12                      | 1980-12-17T10:11:12        | -08:00
            1367182920                               | 2013-04-28T21:02           | Z
            1367182920500                            | 2013-04-28T21:02:00.500    | Z
            """)
    void readsTheKnownFormats(String text, String wallClock, String offset) {
        var moment = MomentReader.auto(text, Moment.Kind.TIMESTAMP_TZ, SESSION);
        assertThat(moment.wallClock()).hasToString(wallClock);
        assertThat(moment.offset()).hasToString(offset);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019/01/02",
                "01-02-2019",
                "2024-02-30",
                "2024-01-01 25:00:00",
                "now",
                "",
                "2024-01-01T10:00:00X"
            })
    void refusesOtherTexts(String text) {
        assertThatThrownBy(() -> MomentReader.auto(text, Moment.Kind.TIMESTAMP_NTZ, SESSION))
                .hasMessage("Timestamp '" + text + "' is not recognized");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            YYYY-MM-DD"T"HH24:MI:SS.FF3TZH:TZM | 2024-03-05T07:08:09.123-02:30
            DY, DD MON YYYY HH12:MI AM         | Tue, 05 Mar 2024 07:08 AM
            MMMM D, YY                         | March 5, 24
            HH24MISS"Z"                        | 070809Z
            FF                                 | 123456000
            TZHTZM                             | -0230
            """)
    void writesByAFormatAndReadsItBack(String format, String text) {
        var moment = MomentReader.auto("2024-03-05 07:08:09.123456 -02:30", Moment.Kind.TIMESTAMP_TZ, SESSION);
        assertThat(MomentWriter.write(moment, format)).isEqualTo(text);
        assertThat(MomentWriter.write(MomentReader.by(text, format, Moment.Kind.TIMESTAMP_TZ, SESSION), format))
                .isEqualTo(text);
    }
}
