package dev.inverterflow.client.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inverterflow.client.reading.Field;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.reading.JsonRecord;
import dev.inverterflow.client.reading.Reading;
import dev.inverterflow.client.reading.ReadingJson;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorTest {
    private static final Instant REFERENCE = Instant.parse("2026-06-21T12:00:00Z");
    private static final String VALID = """
            {"inverter_id":"INV-1","timestamp":"2026-06-21T12:00:00Z","pac":5000,"uac":230,"iac":21.7,"fac":50,"udc":600,\
            "idc":9,"pdc":5200,"day_energy":20000,"total_energy":1000000,"temperature":40,"status_code":7,"error_code":0}""";

    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private final Validator validator = new Validator(ReadingRules.defaults(), RatedPowers.allOf(10_000));

    @Test
    void aCompleteReadingIsValid() throws Exception {
        assertThat(judge((ObjectNode) json.readTree(VALID))).isEmpty();
    }

    @ParameterizedTest(name = "{0} = {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            inverter_id  | null                         | MISSING
            inverter_id  | 17                           | WRONG_TYPE
            inverter_id  | "INV-"                       | BAD_FORMAT
            inverter_id  | "INV-12a"                    | BAD_FORMAT
            inverter_id  | "INV-٣"                      | BAD_FORMAT
            inverter_id  | "INV-007"                    | VALID
            timestamp    | null                         | MISSING
            timestamp    | 1782043200                   | WRONG_TYPE
            timestamp    | "2026-06-21T12:00:00"        | BAD_FORMAT
            timestamp    | "2026-06-21T12:00:00+02:00"  | BAD_FORMAT
            timestamp    | "2026-06-21T12:00:00z"       | BAD_FORMAT
            timestamp    | "2026-06-21T12:00Z"          | BAD_FORMAT
            timestamp    | "2026-02-30T12:00:00Z"       | BAD_FORMAT
            timestamp    | "2026-06-20T24:00:00Z"       | BAD_FORMAT
            timestamp    | "2026-06-21T11:59:60Z"       | BAD_FORMAT
            timestamp    | "2026-06-21T12:00:00.123Z"   | VALID
            timestamp    | "2026-06-21T12:05:00Z"       | VALID
            timestamp    | "2026-06-21T12:05:00.001Z"   | TIME_IN_FUTURE
            timestamp    | "2016-06-21T12:00:00Z"       | VALID
            timestamp    | "2016-06-21T11:59:59Z"       | TIME_TOO_OLD
            pac          | null                         | MISSING
            pac          | "5000"                       | WRONG_TYPE
            pac          | true                         | WRONG_TYPE
            pac          | [1]                          | WRONG_TYPE
            pac          | 0                            | VALID
            pac          | -0.001                       | OUT_OF_RANGE
            pac          | 11000                        | VALID
            pac          | 11000.001                    | OUT_OF_RANGE
            pac          | 1e400                        | OUT_OF_RANGE
            uac          | null                         | VALID
            uac          | 180                          | VALID
            uac          | 280.1                        | OUT_OF_RANGE
            iac          | 52.17                        | VALID
            iac          | 52.18                        | OUT_OF_RANGE
            fac          | 44.9                         | OUT_OF_RANGE
            udc          | 1000.5                       | OUT_OF_RANGE
            idc          | -1                           | OUT_OF_RANGE
            idc          | 5000                         | VALID
            pdc          | -1                           | OUT_OF_RANGE
            day_energy   | 240000                       | VALID
            day_energy   | 240001                       | OUT_OF_RANGE
            total_energy | -1                           | OUT_OF_RANGE
            total_energy | 1e15                         | VALID
            total_energy | 1e400                        | OUT_OF_RANGE
            temperature  | -40                          | VALID
            temperature  | 90.1                         | OUT_OF_RANGE
            status_code  | 7.0                          | VALID
            status_code  | 7.5                          | WRONG_TYPE
            status_code  | 255                          | VALID
            status_code  | 14                           | UNKNOWN_CODE
            status_code  | "7"                          | WRONG_TYPE
            error_code   | 999                          | VALID
            error_code   | 1000                         | OUT_OF_RANGE
            error_code   | 1e400                        | OUT_OF_RANGE
            error_code   | 0.5                          | WRONG_TYPE
            firmware     | {"v":1}                      | VALID
            """)
    void aSingleChangedFieldGetsItsVerdict(String field, String value, String verdict) throws Exception {
        ObjectNode record = (ObjectNode) json.readTree(VALID);
        JsonNode changed = json.readTree(value);
        record.set(field, changed);

        List<Violation> violations = judge(record);

        if (verdict.equals("VALID")) {
            assertThat(violations).isEmpty();
        } else {
            assertThat(violations).singleElement().satisfies(violation -> {
                assertThat(violation.rule()).isEqualTo(Rule.valueOf(verdict));
                assertThat(violation.field()).isEqualTo(Field.named(field).orElseThrow());
            });
        }
    }

    @Test
    void allViolationsAreFoundInTheOrderOfTheContract() throws Exception {
        ObjectNode record = (ObjectNode) json.readTree(VALID);
        record.put("temperature", "hot")
                .put("inverter_id", "X")
                .put("fac", 10)
                .put("status_code", 99)
                .remove("pac");

        assertThat(judge(record))
                .extracting(violation ->
                        violation.field().jsonName() + " " + violation.rule() + " " + violation.valueJson())
                .containsExactly(
                        "inverter_id BAD_FORMAT \"X\"",
                        "pac MISSING null",
                        "fac OUT_OF_RANGE 10",
                        "temperature WRONG_TYPE \"hot\"",
                        "status_code UNKNOWN_CODE 99");
    }

    @Test
    void limitsFollowTheRatedPowerOfTheInverter() throws Exception {
        Validator ofFleet = new Validator(
                ReadingRules.defaults(), RatedPowers.of(List.of(new Inverter("INV-1", "S", "", 3_000, 0, 0)), 10_000));
        ObjectNode record = (ObjectNode) json.readTree(VALID);

        assertThat(ofFleet.violations(new JsonRecord(record), REFERENCE))
                .extracting(Violation::field)
                .containsExactly(Field.PAC, Field.IAC);
        assertThat(ofFleet.violations(new JsonRecord(record.put("inverter_id", "INV-2")), REFERENCE))
                .isEmpty();
    }

    @Test
    void aGeneratedReadingAndItsJsonGetTheSameVerdict() throws Exception {
        Reading reading = Reading.of("INV-1", REFERENCE)
                .with(Field.PAC, 20_000)
                .with(Field.DAY_ENERGY, 1)
                .with(Field.TOTAL_ENERGY, -3)
                .with(Field.STATUS_CODE, 14)
                .with(Field.ERROR_CODE, 0)
                .build();
        ObjectNode written = (ObjectNode) json.readTree(ReadingJson.bytes(reading));

        assertThat(validator.violations(reading, REFERENCE)).hasSize(4).isEqualTo(judge(written));
    }

    @Test
    void aFallingTotalIsRefusedAndTheLastGoodOneRemembered() {
        EnergyWatch watch = new EnergyWatch();

        assertThat(watch.violations(total("INV-1", 0, 100))).isEmpty();
        assertThat(watch.violations(total("INV-1", 20, 99.9)))
                .extracting(Violation::rule, Violation::valueJson)
                .containsExactly(tuple(Rule.FALLING_ENERGY, "99.9"));
        assertThat(watch.violations(total("INV-1", 40, 100))).isEmpty();
        assertThat(watch.violations(total("INV-2", 40, 1))).isEmpty();
    }

    @Test
    void aLateReadingIsNotMeasuredAgainstLaterOnes() {
        EnergyWatch watch = new EnergyWatch();
        watch.violations(total("INV-1", 40, 100));

        assertThat(watch.violations(total("INV-1", 20, 90))).isEmpty();
        assertThat(watch.violations(total("INV-1", 60, 95)))
                .extracting(Violation::rule)
                .containsExactly(Rule.FALLING_ENERGY);
    }

    private static Reading total(String inverterId, int second, double totalWh) {
        return Reading.of(inverterId, REFERENCE.plusSeconds(second))
                .with(Field.TOTAL_ENERGY, totalWh)
                .build();
    }

    private List<Violation> judge(ObjectNode record) {
        return validator.violations(new JsonRecord(record), REFERENCE);
    }
}
