package dev.inverterflow.snowflake.local.catalog;

/** Whether what a database or schema holds has a fail-safe; locally it changes only what the listings show. */
public enum Durability {
    PERMANENT(""),
    TRANSIENT("TRANSIENT");

    private final String option;

    Durability(String option) {
        this.option = option;
    }

    /** The word in the {@code options} column of SHOW DATABASES and SHOW SCHEMAS. */
    public String option() {
        return option;
    }
}
