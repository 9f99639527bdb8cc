package dev.inverterflow.snowflake.local.parser;

import java.util.List;

/** The properties of each kind of object, for the reference page. */
public final class PropertyReference {

    /**
     * The properties of one kind.
     *
     * @param kind what SQL calls the object
     * @param supported the names that are taken
     * @param withoutEffect those of them that are kept and shown, and change nothing here
     * @param refused the names that Snowflake has and the stand-in refuses
     */
    public record Entry(String kind, List<String> supported, List<String> withoutEffect, List<String> refused) {}

    private PropertyReference() {}

    /** One entry for each kind, by kind. */
    public static List<Entry> entries() {
        return List.of(
                entry("ALERT", PropertySets.ALERT),
                entry("COPY INTO location", PropertySets.COPY_INTO_LOCATION),
                entry("COPY INTO table", PropertySets.COPY_INTO_TABLE),
                entry("DATABASE", PropertySets.DATABASE),
                entry("FILE FORMAT", PropertySets.FILE_FORMAT),
                entry("NOTIFICATION INTEGRATION", PropertySets.NOTIFICATION_INTEGRATION),
                entry("PIPE", PropertySets.PIPE),
                entry("PROCEDURE, FUNCTION", PropertySets.ROUTINE),
                entry("RESOURCE MONITOR", PropertySets.RESOURCE_MONITOR),
                entry("SCHEMA", PropertySets.SCHEMA),
                entry("SEQUENCE", PropertySets.SEQUENCE),
                entry("STAGE", PropertySets.STAGE),
                entry("STORAGE INTEGRATION", PropertySets.STORAGE_INTEGRATION),
                entry("STREAM", PropertySets.STREAM),
                entry("TABLE", PropertySets.TABLE),
                entry("TASK", PropertySets.TASK),
                entry("USER", PropertySets.USER),
                entry("VIEW", PropertySets.VIEW),
                entry("WAREHOUSE", PropertySets.WAREHOUSE));
    }

    private static Entry entry(String kind, PropertySet set) {
        return new Entry(kind, set.supported(), set.withoutEffect(), set.refused());
    }
}
