package dev.inverterflow.client.reading;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields of a reading, in the order in which they are written and judged; names follow the Fronius Solar API. */
public enum Field {
    INVERTER_ID("inverter_id", FieldType.IDENTIFIER, 0),
    TIMESTAMP("timestamp", FieldType.INSTANT, 0),
    /** AC power, W. */
    PAC("pac", FieldType.NUMBER, 1),
    /** AC voltage, V. */
    UAC("uac", FieldType.NUMBER, 1),
    /** AC current, A. */
    IAC("iac", FieldType.NUMBER, 2),
    /** Grid frequency, Hz. */
    FAC("fac", FieldType.NUMBER, 2),
    /** DC voltage, V. */
    UDC("udc", FieldType.NUMBER, 1),
    /** DC current, A. */
    IDC("idc", FieldType.NUMBER, 2),
    /** DC power, W. */
    PDC("pdc", FieldType.NUMBER, 1),
    /** Energy since the site's midnight, Wh. */
    DAY_ENERGY("day_energy", FieldType.NUMBER, 1),
    /** Energy since the inverter was installed, Wh. */
    TOTAL_ENERGY("total_energy", FieldType.NUMBER, 1),
    /** Cabinet temperature, degrees Celsius. */
    TEMPERATURE("temperature", FieldType.NUMBER, 1),
    /** Fronius DeviceStatus code: 7 running, 8 standby, 10 error. */
    STATUS_CODE("status_code", FieldType.INTEGER, 0),
    /** 0 is no fault. */
    ERROR_CODE("error_code", FieldType.INTEGER, 0);

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Field::jsonName, Function.identity()));

    private final String jsonName;
    private final FieldType type;
    private final int decimals;
    private final long scale;

    Field(String jsonName, FieldType type, int decimals) {
        this.jsonName = jsonName;
        this.type = type;
        this.decimals = decimals;
        this.scale = (long) Math.pow(10, decimals);
    }

    public static Optional<Field> named(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }

    public String jsonName() {
        return jsonName;
    }

    public FieldType type() {
        return type;
    }

    /** Digits after the decimal point that a generated reading carries. */
    public int decimals() {
        return decimals;
    }

    /** Ten to the power of {@link #decimals}. */
    public long scale() {
        return scale;
    }

    /** True for fields that hold a number, fractional or not. */
    public boolean isNumeric() {
        return type == FieldType.NUMBER || type == FieldType.INTEGER;
    }
}
