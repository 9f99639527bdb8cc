package dev.inverterflow.client.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The inverter models that the client knows: the resource {@code inverter-models.csv}, which names its source. */
final class ModelLibrary {
    private static final String RESOURCE = "inverter-models.csv";
    private static final int FIRST_NUMBER = 2;

    private final List<SandiaModel> models;

    private ModelLibrary(List<SandiaModel> models) {
        this.models = models;
    }

    static ModelLibrary load() {
        try (InputStream in = Objects.requireNonNull(
                        ModelLibrary.class.getResourceAsStream(RESOURCE), RESOURCE + " is not in the jar");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new ModelLibrary(lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(ModelLibrary::model)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " inside the client's jar cannot be read", e);
        }
    }

    private static SandiaModel model(String line) {
        String[] cells = line.split(",", -1);
        double[] numbers = Arrays.stream(cells, FIRST_NUMBER, cells.length)
                .mapToDouble(Double::parseDouble)
                .toArray();
        return new SandiaModel(
                cells[0],
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6],
                numbers[7],
                numbers[8],
                numbers[9],
                numbers[10],
                numbers[11]);
    }

    /** The model of that name whatever its case; of an unknown name, the one that is nearest in rated power. */
    SandiaModel of(String name, double ratedPowerW) {
        return models.stream()
                .filter(model -> model.name().toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> nearest(ratedPowerW));
    }

    List<SandiaModel> models() {
        return models;
    }

    /** By ratio, since a 5 kW inverter is as far from a 10 kW one as that is from one of 20 kW. */
    private SandiaModel nearest(double ratedPowerW) {
        return models.stream()
                .min(Comparator.comparingDouble(model -> Math.abs(Math.log(model.paco() / ratedPowerW))))
                .orElseThrow();
    }
}
