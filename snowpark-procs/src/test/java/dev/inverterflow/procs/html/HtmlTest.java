package dev.inverterflow.procs.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void escapesEveryCharacterThatMarkupUses() {
        assertThat(Html.escape("<a href='x' title=\"y\">&amp;"))
                .isEqualTo("&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;amp;");
    }

    @Test
    void jsonCannotEndItsScript() {
        assertThat(Html.json(Map.of("k", List.of("</script>", "a\u2028b"))))
                .isEqualTo("{\"k\":[\"\\u003c/script>\",\"a\\u2028b\"]}");
    }

    @Test
    void writesNumbersForPeople() {
        assertThat(Html.number(1234567L)).isEqualTo("1,234,567");
        assertThat(Html.number(0.000123456)).isEqualTo("0.0001235");
        assertThat(Html.number(1234.56)).isEqualTo("1,234.6");
        assertThat(Html.number(2.0)).isEqualTo("2");
        assertThat(Html.number(1.25)).isEqualTo("1.25");
        assertThat(Html.number(123.456)).isEqualTo("123.5");
        assertThat(Html.number(0.0000123)).isEqualTo("1.23e-05");
    }

    @Test
    void writesMoneyWithoutExponents() {
        assertThat(String.valueOf(Html.money(1234.567))).isEqualTo("1,234.57");
        assertThat(String.valueOf(Html.money(0.0000123456))).isEqualTo("0.00001235");
        assertThat(Html.money(null)).isNull();
    }

    @Test
    void writesNamesAndLengthsOfTimeAsWords() {
        assertThat(Html.words("SCAN_TO_COMMITTED")).isEqualTo("scan → committed");
        assertThat(Html.words("S3_PUT")).isEqualTo("S3 put");
        assertThat(List.of(Html.duration(45), Html.duration(180), Html.duration(7200), Html.duration(86_400)))
                .containsExactly("45 s", "3 min", "2 h", "1 d");
    }

    @Test
    void aTableLeavesOutColumnsWithoutAnyValue() {
        String table = Html.table(
                List.of(Html.Column.of("name", "n"), Html.Column.of("nothing", "x")), List.of(Map.of("n", "<b>")));

        assertThat(table).contains("<th>name</th>", "&lt;b&gt;").doesNotContain("nothing");
        assertThat(Html.table(List.of(), List.of())).contains("No data in this time.");
    }
}
