package dev.inverterflow.snowflake.local.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The sizes of warehouses.
 *
 * @see <a href="https://docs.snowflake.com/en/sql-reference/sql/create-warehouse">CREATE WAREHOUSE</a>
 */
public enum WarehouseSize {
    XSMALL("X-Small"),
    SMALL("Small"),
    MEDIUM("Medium"),
    LARGE("Large"),
    XLARGE("X-Large"),
    XXLARGE("2X-Large"),
    XXXLARGE("3X-Large"),
    X4LARGE("4X-Large"),
    X5LARGE("5X-Large"),
    X6LARGE("6X-Large");

    private final String label;

    WarehouseSize(String label) {
        this.label = label;
    }

    /** As SHOW WAREHOUSES prints it. */
    public String label() {
        return label;
    }

    /** How many times the credits of the smallest: each size doubles the one below. */
    public int times() {
        return 1 << ordinal();
    }

    /** The size of a name in any of its writings: {@code XSMALL}, {@code X-Small}, {@code 2X-Large}, {@code X2LARGE}. */
    public static Optional<WarehouseSize> find(String name) {
        String plain = plain(name);
        String spelled = plain.equals("X2LARGE") ? "XXLARGE" : plain.equals("X3LARGE") ? "XXXLARGE" : plain;
        return Arrays.stream(values())
                .filter(size -> size.name().equals(spelled) || plain(size.label).equals(plain))
                .findFirst();
    }

    private static String plain(String name) {
        return name.replace("-", "").toUpperCase(Locale.ROOT);
    }
}
