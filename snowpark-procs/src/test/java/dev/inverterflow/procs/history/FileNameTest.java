package dev.inverterflow.procs.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pattern uses nothing that Snowflake's and Java's regular expressions read differently. */
class FileNameTest {

    private static final Pattern PATTERN = Pattern.compile(FileName.PATTERN);

    @Test
    void readsWhatTheClientWrites() {
        Matcher name = PATTERN.matcher("data/2026-11-23/20261123T061520Z_edge_1_r0a1b_p2of4_n15.json.gz");

        assertThat(name.find()).isTrue();
        assertThat(name.group(1)).isEqualTo("20261123T061520Z");
        assertThat(name.group(2)).isEqualTo("edge_1");
        assertThat(name.group(4)).isEqualTo("2");
        assertThat(name.group(5)).isEqualTo("4");
        assertThat(name.group(6)).isEqualTo("15");
    }

    @Test
    void takesNumbersThatNoColumnHoldsForForeign() {
        assertThat(PATTERN.matcher("20261123T061520Z_x_r1_p1of4_n12345678901.json")
                        .find())
                .isFalse();
    }

    @Test
    void takesForeignNamesForForeign() {
        assertThat(PATTERN.matcher("data/2026-11-23/export.json").find()).isFalse();
    }
}
