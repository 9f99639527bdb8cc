package dev.inverterflow.client.cli;

import dev.inverterflow.client.generate.Delivery;
import dev.inverterflow.client.generate.Generator;
import dev.inverterflow.client.generate.GeneratorOptions;
import dev.inverterflow.client.reading.InputException;
import dev.inverterflow.client.reading.Inverter;
import dev.inverterflow.client.settings.Settings;
import dev.inverterflow.client.validate.RatedPowers;
import dev.inverterflow.client.validate.ReadingRules;
import dev.inverterflow.client.validate.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Fleet, generator and validator as settings ask for them. */
record Simulation(Settings settings, List<Inverter> fleet, Generator generator, Validator validator) {
    static Simulation of(Settings settings, int threads) throws InputException {
        List<Inverter> fleet = Fleets.of(settings.fleet());
        Settings.Trouble trouble = settings.trouble();
        GeneratorOptions options =
                new GeneratorOptions(settings.fleet().seed(), trouble.faultsPerDay(), trouble.invalid(), threads);
        Validator validator = new Validator(
                rules(settings), RatedPowers.of(fleet, settings.fleet().ratedPowerW()));
        return new Simulation(settings, fleet, new Generator(fleet, options), validator);
    }

    static ReadingRules rules(Settings settings) throws InputException {
        return settings.rulesFile().isPresent()
                ? ReadingRules.changedBy(settings.rulesFile().get())
                : ReadingRules.defaults();
    }

    Delivery delivery() {
        return new Delivery(settings.fleet().seed(), rates());
    }

    Delivery.Rates rates() {
        Settings.Trouble trouble = settings.trouble();
        return new Delivery.Rates(trouble.late(), trouble.duplicate(), trouble.outOfOrder());
    }

    /** Of all that the bytes of a back-fill depend on, but not of the number of threads. */
    String fingerprint(Instant from, Instant to) throws InputException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<Object> parts = List.of(
                    from,
                    to,
                    settings.interval(),
                    settings.fleet().seed(),
                    settings.trouble(),
                    settings.files(),
                    fleet);
            digest.update(parts.toString().getBytes(StandardCharsets.UTF_8));
            if (settings.rulesFile().isPresent()) {
                digest.update(content(settings.rulesFile().get()));
            }
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] content(Path file) throws InputException {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InputException("rules file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
