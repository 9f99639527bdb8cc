package dev.inverterflow.client.cli;

import dev.inverterflow.client.fleet.FleetFile;
import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The inverters that settings ask for: those of a file, or so many like ones. */
final class Fleets {
    private Fleets() {}

    static List<Inverter> of(Settings.Fleet fleet) throws InputException {
        if (fleet.file().isPresent()) {
            return new FleetFile(new FleetFile.Defaults(fleet.ratedPowerW(), fleet.latitude(), fleet.longitude()))
                    .read(fleet.file().get());
        }
        return IntStream.rangeClosed(1, fleet.inverters())
                .mapToObj(number -> new Inverter(
                        String.format(Locale.ROOT, "INV-%04d", number),
                        "SITE-1",
                        "",
                        fleet.ratedPowerW(),
                        fleet.latitude(),
                        fleet.longitude()))
                .toList();
    }
}
