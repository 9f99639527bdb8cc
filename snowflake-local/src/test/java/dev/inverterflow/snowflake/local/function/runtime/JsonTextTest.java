package dev.inverterflow.snowflake.local.function.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1                    | 1
            1.0                  | 1
            -0                   | 0
            1.50                 | 1.5
            100                  | 100
            0.000                | 0
            1e2                  | 1.0e+02
            -1.25E-7             | -1.25e-07
            12345678901234567890123456789012345678   | 12345678901234567890123456789012345678
            123456789012345678901234567890123456789  | 1.2345678901234568e+38
            0.1234567890123456789012345678901234567  | 0.1234567890123456789012345678901234567
            " a "                | " a "
            [ 1 , [ ] , { } ]    | [1,[],{}]
            {"b":1,"a":{"d":2,"c":3}} | {"a":{"c":3,"d":2},"b":1}
            "\\u00e9\\/\\u0001"    | "é/\\u0001"
            true                 | true
            null                 | null
            """)
    void writesEqualValuesAlike(String written, String canonical) {
        assertThat(JsonText.canonical(written)).isEqualTo(canonical);
        assertThat(JsonText.canonical(canonical)).isEqualTo(canonical);
    }

    @Test
    void refusesWhatIsNoSingleDocument() {
        for (var text : List.of("{", "{\"a\":,\"b\":1}", "{'a':1}", "1 2", "nul", "{\"a\" 1}", "\"open")) {
            assertThatThrownBy(() -> JsonText.canonical(text)).as(text).hasMessageStartingWith("Error parsing JSON: ");
        }
        assertThat(JsonText.canonical("  ")).isNull();
    }

    @Test
    void readsEveryMemberBackByItsPath() {
        var random = RandomGenerator.of("L64X128MixRandom");
        for (int round = 0; round < 200; round++) {
            var json = JsonText.canonical(value(random, 3));
            assertThat(json).isNotNull();
            new JsonReader(json)
                    .members()
                    .forEach((key, member) ->
                            assertThat(new JsonReader(json).member(key)).isEqualTo(member));
            var elements = new JsonReader(json).elements();
            for (int i = 0; i < elements.size(); i++) {
                assertThat(new JsonReader(json).element(i)).isEqualTo(elements.get(i));
            }
            assertThat(new JsonReader(json).element(elements.size())).isNull();
        }
    }

    private static String value(RandomGenerator random, int depth) {
        return switch (random.nextInt(depth == 0 ? 3 : 5)) {
            case 0 -> String.valueOf(random.nextInt(-1000, 1000));
            case 1 -> JsonText.quote("\"\\\n\u0001,:[]{}é" + random.nextInt(10));
            case 2 -> "null";
            case 3 -> "[" + value(random, depth - 1) + "," + value(random, depth - 1) + "]";
            default ->
                "{" + JsonText.quote("k\"" + random.nextInt(5)) + ":" + value(random, depth - 1) + ",\"z\":"
                        + value(random, depth - 1) + "}";
        };
    }

    @Test
    void pathsMayBeWrittenInSeveralWays() {
        var json = "{\"a\":{\"b c\":[10,{\"d\":true}]}}";
        for (var path : List.of("a[\"b c\"][1].d", "[\"a\"]['b c'][1][\"d\"]", "a.\"b c\"[1]:d")) {
            assertThat(JsonReader.get(json, JsonPath.parse(path))).as(path).isEqualTo("true");
        }
        for (var path : List.of("a[", "a[x]", "a..b", "[\"a", "a b[0]c")) {
            assertThatThrownBy(() -> JsonPath.parse(path))
                    .as(path)
                    .hasMessage("Invalid extraction path '" + path + "'");
        }
    }

    /** docs.snowflake.com/en/sql-reference/functions/typeof shows 1.912e2 like this. */
    @Test
    void showsFloatingPointWithFifteenDecimals() {
        assertThat(VariantDisplay.pretty("1.912e+02")).isEqualTo("1.912000000000000e+02");
        assertThat(VariantDisplay.pretty("{\"a\":[],\"b\":[1,{\"c\":\"x\"}]}"))
                .isEqualTo("{\n  \"a\": [],\n  \"b\": [\n    1,\n    {\n      \"c\": \"x\"\n    }\n  ]\n}");
    }

    @Test
    void whatIsShownCanBeMadeCompactAgain() {
        var json = "{\"a b\":[1,{\"c\\\"\":\" x \"}],\"d\":[]}";
        assertThat(VariantDisplay.compact(VariantDisplay.pretty(json))).isEqualTo(json);
    }
}
