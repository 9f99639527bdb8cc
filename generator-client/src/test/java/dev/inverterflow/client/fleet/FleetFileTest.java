package dev.inverterflow.client.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.reading.Inverter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FleetFileTest {
    private final FleetFile fleet = new FleetFile(new FleetFile.Defaults(10_000, 37.39, -5.99));

    @TempDir
    private Path directory;

    @Test
    void aCsvFileHasTheColumnsOfTheTableInAnyOrder() throws Exception {
        assertThat(read("""
                        \uFEFFINVERTER_ID,SITE,RATED_POWER_W,LATITUDE,LONGITUDE,model,installed
                        INV-1,"Roof, north",5000,48.1,11.6,Primo 5.0-1,2020

                        INV-2,,,,,,
                        "INV-3","The ""barn\"""
                        """))
                .containsExactly(
                        new Inverter("INV-1", "Roof, north", "Primo 5.0-1", 5_000, 48.1, 11.6),
                        new Inverter("INV-2", "", "", 10_000, 37.39, -5.99),
                        new Inverter("INV-3", "The \"barn\"", "", 10_000, 37.39, -5.99));
    }

    @Test
    void aJsonFileHasTheSameNames() throws Exception {
        assertThat(read("""
                        [{"inverter_id":"INV-1","site":"A","rated_power_w":3000,"latitude":-33.9,"longitude":151.2,"extra":1},
                         {"inverter_id":"INV-2"}]
                        """))
                .containsExactly(
                        new Inverter("INV-1", "A", "", 3_000, -33.9, 151.2),
                        new Inverter("INV-2", "", "", 10_000, 37.39, -5.99));
    }

    @ParameterizedTest(name = "{0} is refused: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            id,site\\nINV-1,A                             | line 1 must name the columns, among them inverter_id
            inverter_id\\nINV-1\\nINV-1                   | INV-1 stands in it twice
            inverter_id\\n7                               | inverter_id is '7'; it must be INV- and digits
            inverter_id,site\\n,A                         | inverter_id is absent
            inverter_id,rated_power_w\\nINV-1,5 kW        | line 2: rated_power_w is '5 kW', no number
            inverter_id,rated_power_w\\nINV-1,0           | rated_power_w of INV-1 is 0.0; it must be from 1 to
            inverter_id,latitude\\nINV-1,91               | latitude of INV-1 is 91.0; it must be from -90 to 90
            inverter_id,longitude\\nINV-1,NaN             | longitude of INV-1 is NaN
            inverter_id,site\\nINV-1,"A                   | line 2 has a quote that does not end
            inverter_id                                   | it has no inverters
            [{"inverter_id":"INV-1",}]                    | is no JSON array of inverters
            """)
    void anUnusableFileIsNamedWithItsPlace(String content, String complaint) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> read(content.replace("\\n", "\n")))
                .withMessageContaining("fleet.csv")
                .withMessageContaining(complaint);
    }

    @Test
    void anAbsentFileAndOneThatIsNoTextAreSaidSo() throws Exception {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> fleet.read(directory.resolve("none.csv")))
                .withMessageContaining("none.csv does not exist");
        Path binary = Files.write(directory.resolve("binary.csv"), new byte[] {(byte) 0xC3, (byte) 0x28, 10});
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> fleet.read(binary))
                .withMessageContaining("binary.csv is no UTF-8 text");
    }

    private List<Inverter> read(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("fleet.csv"), content, StandardCharsets.UTF_8);
        return fleet.read(file);
    }
}
