package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.error.Errors;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a handler compiled for a newer Java than the procedure's RUNTIME_VERSION: this machine's Java would run it,
 * Snowflake's would not.
 */
final class ByteCode {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int MAJOR_VERSION_OF_JAVA_0 = 44;

    private ByteCode() {}

    static void check(Procedure procedure, ClassLoader classes) throws IOException {
        String handler = procedure.handler();
        int dot = handler.lastIndexOf('.');
        String resource = handler.substring(0, Math.max(dot, 0)).replace('.', '/') + ".class";
        try (@Nullable InputStream in = classes.getResourceAsStream(resource)) {
            int newest = MAJOR_VERSION_OF_JAVA_0 + procedure.runtimeVersion();
            int version = in == null ? newest : majorVersion(in, newest);
            if (version > newest) {
                String message = ("Java Stored Procedure %s: Uncaught exception of type"
                                + " java.lang.UnsupportedClassVersionError: the handler was compiled for Java %d (class file"
                                + " version %d.0), RUNTIME_VERSION '%d' runs class files up to version %d.0")
                        .formatted(
                                procedure.name().name(),
                                version - MAJOR_VERSION_OF_JAVA_0,
                                version,
                                procedure.runtimeVersion(),
                                newest);
                throw Errors.handlerFailed(message, new UnsupportedClassVersionError(handler));
            }
        }
    }

    private static int majorVersion(InputStream in, int ifNoClass) throws IOException {
        DataInputStream data = new DataInputStream(in);
        if (data.readInt() != MAGIC) {
            return ifNoClass;
        }
        data.readUnsignedShort();
        return data.readUnsignedShort();
    }
}
