package dev.inverterflow.snowflake.local.execution;

import java.util.Set;

/**
 * What a statement was, as a number the drivers know. From it a driver decides whether {@code executeUpdate} is allowed
 * and how to compute the update count.
 */
public enum StatementType {
    SELECT(0x1000),
    INSERT(0x3100),
    UPDATE(0x3200),
    DELETE(0x3300),
    MERGE(0x3400),
    MULTI_INSERT(0x3500),
    COPY(0x3600),
    UNLOAD(0x3700),
    ALTER_SESSION(0x4100),
    USE(0x4300),
    USE_DATABASE(0x4301),
    USE_SCHEMA(0x4302),
    USE_WAREHOUSE(0x4303),
    SHOW(0x4400),
    DESCRIBE(0x4500),
    LIST(0x4701),
    TRANSACTION(0x5000),
    DDL(0x6000),
    GET(0x7101),
    PUT(0x7102),
    REMOVE(0x7103);

    /** Drivers send the rows of another one apart, and so know how many each of them changed. */
    private static final Set<StatementType> ARRAY_BINDABLE = Set.of(INSERT);

    private final long wireId;

    StatementType(long wireId) {
        this.wireId = wireId;
    }

    /** The number on the wire. */
    public long wireId() {
        return wireId;
    }

    /** Whether one request may carry many rows of binds for it. */
    public boolean arrayBindable() {
        return ARRAY_BINDABLE.contains(this);
    }
}
