package dev.inverterflow.client.generate;

/**
 * AC power of an inverter from its DC power and voltage, by the Sandia inverter model (King, Gonzalez, Galbraith, Boyson: Performance
 * Model for Grid-Connected Photovoltaic Inverters, SAND2007-5036, 2007, equations 1 to 4).
 *
 * @param name the name of the model in fleet files
 * @param pso DC power that the inverter needs to start, W
 * @param paco rated AC power, W
 * @param pdco DC power at which rated AC power is reached, W, at {@code vdco}
 * @param vdco the DC voltage of that point, V
 * @param c0 curvature between AC and DC power, 1/W
 * @param c1 change of {@code pdco} with DC voltage, 1/V
 * @param c2 change of {@code pso} with DC voltage, 1/V
 * @param c3 change of {@code c0} with DC voltage, 1/V
 * @param pnt power taken from the grid at night, W
 * @param vdcMax highest DC voltage, V
 * @param mpptLow lowest voltage at which the inverter follows the modules' maximum power, V
 * @param mpptHigh highest such voltage, V
 */
record SandiaModel(
        String name,
        double pso,
        double paco,
        double pdco,
        double vdco,
        double c0,
        double c1,
        double c2,
        double c3,
        double pnt,
        double vdcMax,
        double mpptLow,
        double mpptHigh) {
    SandiaModel {
        if (!(paco > 0 && pdco > paco && pso > 0 && pso < pdco && vdco > 0 && mpptLow < mpptHigh)) {
            throw new IllegalArgumentException("the parameters of " + name + " are no inverter's");
        }
    }

    /** AC power, W: at most the rated power; {@code -pnt} while the modules do not cover what the inverter itself needs. */
    double acPower(double dcPower, double dcVoltage) {
        double start = startPower(dcVoltage);
        if (dcPower < start) {
            return -pnt;
        }
        double difference = dcVoltage - vdco;
        double full = fullDcPower(dcVoltage);
        double curvature = c0 * (1 + c3 * difference);
        double above = dcPower - start;
        double ac = (paco / (full - start) - curvature * (full - start)) * above + curvature * above * above;
        return Math.min(ac, paco);
    }

    /** DC power at which rated AC power is reached at a voltage, W; an inverter that clips takes no more. */
    double fullDcPower(double dcVoltage) {
        return pdco * (1 + c1 * (dcVoltage - vdco));
    }

    /** DC power that covers the inverter's own use at a voltage, W. */
    double startPower(double dcVoltage) {
        return pso * (1 + c2 * (dcVoltage - vdco));
    }

    /** The same inverter built for another rated power: all powers change in proportion, and the efficiency curve stays. */
    SandiaModel ratedAt(double watts) {
        double factor = watts / paco;
        return new SandiaModel(
                name,
                pso * factor,
                watts,
                pdco * factor,
                vdco,
                c0 / factor,
                c1,
                c2,
                c3,
                pnt * factor,
                vdcMax,
                mpptLow,
                mpptHigh);
    }
}
