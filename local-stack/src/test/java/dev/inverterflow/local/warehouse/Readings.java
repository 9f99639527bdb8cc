package dev.inverterflow.local.warehouse;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Readings as the client writes them. */
final class Readings {
    private Readings() {}

    /** A valid reading with more fields appended, each {@code "name": value}. */
    static String reading(int inverter, String timestamp, double pac, String... more) {
        String text = String.format(
                Locale.ROOT,
                "{\"inverter_id\":\"INV-%04d\",\"timestamp\":\"%s\",\"pac\":%s,\"day_energy\":1200.5,\"total_energy\":500000.5,"
                        + "\"temperature\":31.5,\"status_code\":7,\"error_code\":0",
                inverter,
                timestamp,
                pac);
        return text + (more.length == 0 ? "" : "," + String.join(",", more)) + "}";
    }

    /** A file of one tick: a valid reading of each of the first inverters. */
    static String tick(Instant time, int inverters) {
        return array(IntStream.rangeClosed(1, inverters)
                .mapToObj(i -> reading(i, time.toString(), 1000 + i))
                .toList());
    }

    static String array(List<String> records) {
        return "[" + String.join(",", records) + "]";
    }

    static String array(String... records) {
        return array(List.of(records));
    }
}
