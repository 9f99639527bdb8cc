package dev.inverterflow.snowflake.local.catalog;

import java.util.Objects;

/**
 * A kind of object directly in the account.
 *
 * @param label what SQL calls it, in upper case: {@code WAREHOUSE}, {@code RESOURCE MONITOR}
 * @param type the class of its objects
 */
public record AccountType<T extends AccountObject>(String label, Class<T> type) {

    public static final AccountType<Database> DATABASE = new AccountType<>("DATABASE", Database.class);
    public static final AccountType<Role> ROLE = new AccountType<>("ROLE", Role.class);
    public static final AccountType<User> USER = new AccountType<>("USER", User.class);
    public static final AccountType<Warehouse> WAREHOUSE = new AccountType<>("WAREHOUSE", Warehouse.class);
    public static final AccountType<ResourceMonitor> RESOURCE_MONITOR =
            new AccountType<>("RESOURCE MONITOR", ResourceMonitor.class);
    public static final AccountType<Integration> INTEGRATION = new AccountType<>("INTEGRATION", Integration.class);

    public AccountType {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
    }

    /** What grants call it: {@code FILE_FORMAT}. */
    public String grantKind() {
        return label.replace(' ', '_');
    }

    @Override
    public String toString() {
        return label;
    }
}
