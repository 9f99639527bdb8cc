package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import dev.inverterflow.snowflake.local.type.TypeNames;
import java.util.List;
import java.util.stream.Collectors;

/** How types stand in a procedure's signature: without precision, scale and length. */
public final class Signatures {

    private Signatures() {}

    /** {@code ADD(NUMBER, NUMBER)}: the key of a procedure, also in GRANT and DROP. */
    public static String key(String name, List<SnowflakeType> types) {
        return Identifiers.quoteIfNeeded(name) + list(types);
    }

    /**
     * The type that a name in a statement means.
     *
     * @throws dev.inverterflow.snowflake.local.error.SnowflakeException 002040 if there is none
     */
    public static SnowflakeType type(TypeName name) {
        return TypeNames.find(name.name(), name.parameters())
                .orElseThrow(() -> Errors.notSupported("the type " + name));
    }

    static String list(List<SnowflakeType> types) {
        return types.stream().map(Signatures::plain).collect(Collectors.joining(", ", "(", ")"));
    }

    static String plain(SnowflakeType type) {
        return plain(type.kind());
    }

    private static String plain(TypeKind kind) {
        return switch (kind) {
            case FIXED -> "NUMBER";
            case REAL -> "FLOAT";
            case TEXT, NULL -> "VARCHAR";
            default -> kind.name();
        };
    }
}
