package dev.inverterflow.client.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBufferTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 1, 0.0",
        "5, 2, 0.05",
        "-5, 2, -0.05",
        "-50, 1, -5.0",
        "123456, 1, 12345.6",
        "10, 1, 1.0",
        "99, 2, 0.99",
        "9007199254740992, 2, 90071992547409.92",
        "9223372036854775807, 0, 9223372036854775807",
        "-9223372036854775808, 0, -9223372036854775808",
        "-9223372036854775808, 2, -92233720368547758.08"
    })
    void decimalsAreWrittenWithExactlyTheirDigits(long scaled, int decimals, String text) {
        assertThat(decimal(scaled, decimals)).isEqualTo(text);
    }

    @Test
    void decimalsAreThoseOfBigDecimal() {
        long seed = 20_261_128;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long scaled = random.nextLong() >> random.nextInt(64);
            int decimals = random.nextInt(4);
            assertThat(decimal(scaled, decimals))
                    .as("seed %d", seed)
                    .isEqualTo(BigDecimal.valueOf(scaled, decimals).toPlainString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-06-21T12:00:00Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59Z",
                "2024-02-29T23:59:59Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "-0001-12-31T23:59:59Z",
                "2026-06-21T12:00:00.250Z"
            })
    void timesAreWrittenAsInstantsAre(String instant) {
        Reading reading = Reading.of("INV-1", Instant.parse(instant)).build();
        assertThat(new String(ReadingJson.bytes(reading), StandardCharsets.UTF_8))
                .isEqualTo("{\"inverter_id\":\"INV-1\",\"timestamp\":\"" + instant + "\"}");
    }

    @Test
    void readingsAreWrittenInTheOrderOfTheContractWithTheDecimalsOfEachField() {
        Reading reading = Reading.of("INV-0042", Instant.parse("2026-06-21T12:00:20Z"))
                .with(Field.ERROR_CODE, 0)
                .with(Field.STATUS_CODE, 7)
                .with(Field.PAC, 4_999.96)
                .with(Field.IAC, 21.704)
                .with(Field.TEMPERATURE, -3.25)
                .with(Field.TOTAL_ENERGY, 1e9)
                .build();
        assertThat(new String(ReadingJson.bytes(reading), StandardCharsets.UTF_8))
                .isEqualTo("{\"inverter_id\":\"INV-0042\",\"timestamp\":\"2026-06-21T12:00:20Z\",\"pac\":5000.0,"
                        + "\"iac\":21.70,\"total_energy\":1000000000.0,\"temperature\":-3.2,\"status_code\":7,"
                        + "\"error_code\":0}");
        assertThat(reading.number(Field.PAC)).isEqualTo(5_000);
        assertThat(reading.json(Field.TEMPERATURE)).isEqualTo("-3.2");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1e18})
    void aReadingHoldsNoNumberThatItCannotWrite(double value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Reading.of("INV-1", Instant.EPOCH).with(Field.PAC, value))
                .withMessage("pac cannot be " + value);
    }

    @Test
    void aBufferGrowsAndCanBeCutBack() {
        JsonBuffer buffer = new JsonBuffer(1);
        buffer.append("ärger");
        int mark = buffer.length();
        buffer.append("x".repeat(1_000));
        buffer.truncate(mark);
        buffer.append('!');
        assertThat(new String(buffer.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("ärger!");
        assertThatIllegalArgumentException().isThrownBy(() -> buffer.truncate(1_000));
    }

    private static String decimal(long scaled, int decimals) {
        JsonBuffer buffer = new JsonBuffer(4);
        buffer.appendDecimal(scaled, decimals);
        return new String(buffer.toByteArray(), StandardCharsets.US_ASCII);
    }
}
