package dev.inverterflow.client.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SandiaModelTest {
    private final List<SandiaModel> models = ModelLibrary.load().models();

    @Test
    void eachPublishedInverterReachesItsRatedPowerAtItsRatedPoint() {
        assertThat(models).hasSize(6).allSatisfy(model -> {
            assertThat(model.acPower(model.pdco(), model.vdco())).isCloseTo(model.paco(), within(1e-6));
            assertThat(model.acPower(model.pso(), model.vdco())).isCloseTo(0, within(1e-6));
        });
    }

    @Test
    void moreLightThanThatIsClippedAndNoneCostsTheNightsOwnUse() {
        assertThat(models).allSatisfy(model -> {
            assertThat(model.acPower(2 * model.pdco(), model.vdco())).isEqualTo(model.paco());
            assertThat(model.acPower(0, model.vdco())).isEqualTo(-model.pnt());
        });
    }

    /** The weights and load levels of the California Energy Commission; its list has these inverters between 96.5 and 98.5 %. */
    @Test
    void theWeightedEfficiencyIsThatOfTheCommissionsList() {
        double[] loads = {0.1, 0.2, 0.3, 0.5, 0.75, 1};
        double[] weights = {0.04, 0.05, 0.12, 0.21, 0.53, 0.05};
        assertThat(models).allSatisfy(model -> {
            double weighted = 0;
            for (int i = 0; i < loads.length; i++) {
                weighted += weights[i] * efficiency(model, loads[i]);
            }
            assertThat(weighted).as(model.name()).isBetween(0.955, 0.99);
        });
        assertThat(DoubleStream.of(weights).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void voltageShiftsTheCurveAsTheCoefficientsSay() {
        SandiaModel symo = models.get(0);
        assertThat(symo.name()).isEqualTo("Symo 10.0-3");
        assertThat(symo.fullDcPower(570)).isCloseTo(10_259.992188 * (1 + 0.000022 * 100), within(1e-6));
        assertThat(symo.startPower(570)).isCloseTo(64.071510 * (1 + 0.000375 * 100), within(1e-6));
        assertThat(symo.acPower(5_000, 570)).isCloseTo(4_832.7, within(0.1));
    }

    @Test
    void anInverterRatedOtherwiseKeepsItsEfficiency() {
        SandiaModel symo = models.get(0);
        SandiaModel half = symo.ratedAt(5_000);
        assertThat(half.paco()).isEqualTo(5_000);
        assertThat(half.acPower(2_000, 600) / 2_000)
                .isCloseTo(
                        symo.acPower(2_000 * symo.paco() / 5_000, 600) / (2_000 * symo.paco() / 5_000), within(1e-9));
    }

    private static double efficiency(SandiaModel model, double load) {
        double low = model.pso();
        double high = model.pdco();
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (model.acPower(middle, model.vdco()) < load * model.paco()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return load * model.paco() / low;
    }
}
