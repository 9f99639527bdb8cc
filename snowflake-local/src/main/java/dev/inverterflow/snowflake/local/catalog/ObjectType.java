package dev.inverterflow.snowflake.local.catalog;

import java.util.Objects;

/**
 * A kind of object in a schema. Kinds are open: the package that brings a kind's commands also brings its kind, and
 * {@link Catalog#objects(ObjectType)} keeps one registry for each.
 *
 * @param label what SQL calls it, in upper case: {@code TABLE}, {@code PIPE}, {@code FILE FORMAT}
 * @param type the class of its objects
 */
public record ObjectType<T extends SchemaObject>(String label, Class<T> type) {

    public static final ObjectType<Table> TABLE = new ObjectType<>("TABLE", Table.class);
    public static final ObjectType<View> VIEW = new ObjectType<>("VIEW", View.class);
    public static final ObjectType<Stage> STAGE = new ObjectType<>("STAGE", Stage.class);
    public static final ObjectType<FileFormat> FILE_FORMAT = new ObjectType<>("FILE FORMAT", FileFormat.class);
    public static final ObjectType<Sequence> SEQUENCE = new ObjectType<>("SEQUENCE", Sequence.class);

    public ObjectType {
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
