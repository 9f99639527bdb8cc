package dev.inverterflow.snowflake.local.snowpark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An exception's frames as text, down to the handler's method and no further. */
final class HandlerStackTrace {

    private HandlerStackTrace() {}

    static String of(Throwable thrown) {
        List<String> lines = new ArrayList<>();
        addFrames(thrown, lines);
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(thrown);
        @Nullable Throwable cause = thrown.getCause();
        while (cause != null && seen.add(cause)) {
            lines.add("Caused by: " + cause);
            addFrames(cause, lines);
            cause = cause.getCause();
        }
        return String.join("\n", lines);
    }

    private static void addFrames(Throwable thrown, List<String> lines) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (isOfTheCaller(frame)) {
                return;
            }
            lines.add("\tat " + frame);
        }
    }

    /** Reflection stands directly below the handler's method; below it there is only the bridge. */
    private static boolean isOfTheCaller(StackTraceElement frame) {
        return frame.getClassName().startsWith("jdk.internal.reflect.")
                || frame.getClassName().equals(HandlerMethod.class.getName())
                || frame.getClassName().equals(FunctionMethod.class.getName());
    }
}
