package dev.inverterflow.snowflake.local.snowpark.client;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The methods of the library that tests give a row each, so that one which is new fails a test. */
final class Methods {

    /** What a method gives: run, and put into words. */
    @FunctionalInterface
    interface Call {
        Object run() throws Exception;
    }

    /** A method, a call of it and what that gives; for what is refused, a part of the message after {@link #REFUSED}. */
    record Row(String method, Call call, String expected) {

        static final String REFUSED = "refused: ";

        String result() {
            try {
                return String.valueOf(call.run());
            } catch (Exception refused) {
                String message = String.valueOf(refused.getMessage());
                boolean expectedSo =
                        expected.startsWith(REFUSED) && message.contains(expected.substring(REFUSED.length()));
                return expectedSo ? expected : REFUSED + message;
            }
        }

        @Override
        public String toString() {
            return method + " gives " + expected;
        }
    }

    private Methods() {}

    /** Those of the rows. */
    static Set<String> of(List<Row> rows) {
        return rows.stream().map(Row::method).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All public ones that the classes declare. */
    static Set<String> of(Class<?>... classes) {
        return Arrays.stream(classes)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .map(Methods::signature)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String signature(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
