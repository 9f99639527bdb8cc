package dev.inverterflow.snowflake.local.catalog;

import java.util.Objects;

/**
 * A kind of object in a schema. Kinds are open: the package that brings a kind's commands also brings its kind, and
 * {@link Catalog#objects(ObjectKind)} keeps one registry for each.
 *
 * @param label what SQL calls it, in upper case: {@code TABLE}, {@code PIPE}, {@code FILE FORMAT}
 * @param type the class of its objects
 */
public record ObjectKind<T extends SchemaObject>(String label, Class<T> type) {

    public static final ObjectKind<Table> TABLE = new ObjectKind<>("TABLE", Table.class);
    public static final ObjectKind<View> VIEW = new ObjectKind<>("VIEW", View.class);
    public static final ObjectKind<Stage> STAGE = new ObjectKind<>("STAGE", Stage.class);
    public static final ObjectKind<FileFormat> FILE_FORMAT = new ObjectKind<>("FILE FORMAT", FileFormat.class);

    public ObjectKind {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(type, "type");
    }

    @Override
    public String toString() {
        return label;
    }
}
