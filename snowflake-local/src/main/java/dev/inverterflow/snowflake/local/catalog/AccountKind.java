package dev.inverterflow.snowflake.local.catalog;

import java.util.Objects;

/**
 * A kind of object directly in the account.
 *
 * @param label what SQL calls it, in upper case: {@code WAREHOUSE}, {@code RESOURCE MONITOR}
 * @param type the class of its objects
 */
public record AccountKind<T extends AccountObject>(String label, Class<T> type) {

    public static final AccountKind<Database> DATABASE = new AccountKind<>("DATABASE", Database.class);
    public static final AccountKind<Role> ROLE = new AccountKind<>("ROLE", Role.class);
    public static final AccountKind<User> USER = new AccountKind<>("USER", User.class);
    public static final AccountKind<Warehouse> WAREHOUSE = new AccountKind<>("WAREHOUSE", Warehouse.class);
    public static final AccountKind<ResourceMonitor> RESOURCE_MONITOR =
            new AccountKind<>("RESOURCE MONITOR", ResourceMonitor.class);
    public static final AccountKind<Integration> INTEGRATION = new AccountKind<>("INTEGRATION", Integration.class);

    public AccountKind {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public String toString() {
        return label;
    }
}
