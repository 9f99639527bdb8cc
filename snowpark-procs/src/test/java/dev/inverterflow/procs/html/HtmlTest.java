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
    }
}
