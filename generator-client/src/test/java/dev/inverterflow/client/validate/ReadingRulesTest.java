package dev.inverterflow.client.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inverterflow.client.reading.Field;
import dev.inverterflow.client.reading.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingRulesTest {
    @TempDir
    private Path directory;

    @Test
    void everyFieldHasARuleAndExactlyTheRequiredOnesAreRequired() {
        ReadingRules rules = ReadingRules.defaults();
        assertThat(Field.values())
                .filteredOn(field -> rules.of(field).required())
                .containsExactly(
                        Field.INVERTER_ID,
                        Field.TIMESTAMP,
                        Field.PAC,
                        Field.DAY_ENERGY,
                        Field.TOTAL_ENERGY,
                        Field.TEMPERATURE,
                        Field.STATUS_CODE,
                        Field.ERROR_CODE);
        assertThat(rules.defaultRatedPowerW()).isEqualTo(10_000);
    }

    @Test
    void aFileChangesOnlyWhatItNames() throws Exception {
        ReadingRules rules =
                ReadingRules.changedBy(file("{\"fields\":{\"temperature\":{\"max\":70},\"uac\":{\"max\":null}}}"));

        assertThat(rules.of(Field.TEMPERATURE).max()).isEqualTo(70);
        assertThat(rules.of(Field.TEMPERATURE).min()).isEqualTo(-40);
        assertThat(rules.of(Field.TEMPERATURE).required()).isTrue();
        assertThat(rules.of(Field.UAC).max()).isNull();
        assertThat(rules.of(Field.PAC).maxTimesRatedPower()).isEqualTo(1.1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"fields":{"pacc":{"min":0}}}                  | a reading has no field pacc
            {"fields":{"pac":{"minimum":0}}}               | minimum
            {"fields":{"pac":{"min":"low"}}}               | low
            {"fields":{"timestamp":{"max_ahead":"soon"}}}  | soon
            {"limits":{}}                                  | limits
            {"fields":                                     | Unexpected end-of-input
            """)
    void aFileWithWhatIsNoRuleIsRefusedByName(String content, String complaint) throws Exception {
        Path file = file(content);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ReadingRules.changedBy(file))
                .withMessageContaining(file.toString())
                .withMessageContaining(complaint);
    }

    @Test
    void anAbsentFileIsNamed() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> ReadingRules.changedBy(directory.resolve("none.json")))
                .withMessageContaining("none.json does not exist");
    }

    private Path file(String content) throws IOException {
        return Files.writeString(directory.resolve("rules.json"), content);
    }
}
