package dev.inverterflow.snowflake.local.snowpark;

import dev.inverterflow.snowflake.local.snowpark.log.HandlerLogs;
import dev.inverterflow.snowflake.local.spi.HandlerArgument;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.HandlerException.Reason;
import dev.inverterflow.snowflake.local.spi.HandlerLog;
import dev.inverterflow.snowflake.local.spi.HandlerTable;
import dev.inverterflow.snowflake.local.spi.TableHandler;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Java class of a user-defined table function: {@code process} for each row, {@code endPartition} if it has one, and
 * {@code getOutputClass}, whose public fields are the columns (docs.snowflake.com/en/developer-guide/udf/java/udf-java-tabular-functions).
 */
final class TableMethods implements HandlerTable {

    private final TableHandler handler;
    private final Class<?> type;
    private final Method process;
    private final @Nullable Method endPartition;
    private final List<Field> fields;

    private TableMethods(
            TableHandler handler, Class<?> type, Method process, @Nullable Method endPartition, List<Field> fields) {
        this.handler = handler;
        this.type = type;
        this.process = process;
        this.endPartition = endPartition;
        this.fields = List.copyOf(fields);
    }

    static TableMethods find(TableHandler handler) throws HandlerException {
        Class<?> type = load(handler);
        Method process = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("process") && !method.isBridge() && takes(method, handler))
                .findFirst()
                .orElseThrow(() -> notFound("The handler class '" + type.getName()
                        + "' has no public method 'process' that takes the arguments of " + handler.function() + "."));
        Method endPartition = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("endPartition") && method.getParameterCount() == 0)
                .findFirst()
                .orElse(null);
        return new TableMethods(handler, type, process, endPartition, fields(handler, outputClass(type)));
    }

    private static Class<?> load(TableHandler handler) throws HandlerException {
        try {
            return Class.forName(handler.handler(), false, handler.classes());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new HandlerException(
                    Reason.CLASS_NOT_FOUND, "The handler class '" + handler.handler() + "' cannot be loaded: " + e, "");
        }
    }

    private static boolean takes(Method method, TableHandler handler) {
        Class<?>[] types = method.getParameterTypes();
        boolean takes =
                types.length == handler.parameters().size() && Stream.class.isAssignableFrom(method.getReturnType());
        for (int i = 0; takes && i < types.length; i++) {
            takes = Arguments.isAccepted(handler.parameters().get(i).kind(), types[i]);
        }
        return takes;
    }

    private static Class<?> outputClass(Class<?> type) throws HandlerException {
        try {
            return (Class<?>) type.getMethod("getOutputClass").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | NullPointerException e) {
            throw notFound("The handler class '" + type.getName()
                    + "' has no public static method 'getOutputClass', which names the class of the rows.");
        } catch (InvocationTargetException | ExceptionInInitializerError e) {
            throw SnowparkHandlerRuntime.uncaught(e.getCause() == null ? e : e.getCause());
        }
    }

    private static List<Field> fields(TableHandler handler, Class<?> output) throws HandlerException {
        List<Field> fields = new ArrayList<>();
        for (HandlerArgument column : handler.columns()) {
            Field field = Arrays.stream(output.getFields())
                    .filter(one -> one.getName().equalsIgnoreCase(column.name()))
                    .findFirst()
                    .orElseThrow(() -> notFound("The output class '" + output.getName()
                            + "' has no public field for the column " + column.name() + " of " + handler.function()
                            + "."));
            // The class itself need not be public.
            field.setAccessible(true);
            fields.add(field);
        }
        return fields;
    }

    @Override
    public List<List<List<@Nullable Object>>> partition(List<List<@Nullable Object>> rows, HandlerLog log)
            throws HandlerException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(handler.classes());
        try (HandlerLogs.Entered entered = HandlerLogs.enter(log, handler.classes())) {
            Object object = type.getConstructor().newInstance();
            List<List<List<@Nullable Object>>> answers = new ArrayList<>();
            for (List<@Nullable Object> row : rows) {
                answers.add(values(process.invoke(object, javaArguments(row)), log));
            }
            answers.add(endPartition == null ? List.of() : values(endPartition.invoke(object), log));
            return answers;
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw notFound("The handler class '" + type.getName()
                    + "' is not public, or has no public constructor without arguments.");
        } catch (InvocationTargetException | LinkageError e) {
            throw SnowparkHandlerRuntime.uncaught(e, log);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Object[] javaArguments(List<@Nullable Object> values) throws HandlerException {
        Class<?>[] types = process.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            HandlerArgument parameter = handler.parameters().get(i);
            arguments[i] =
                    Arguments.toJava(new HandlerArgument(parameter.name(), parameter.kind(), values.get(i)), types[i]);
        }
        return arguments;
    }

    /** The stream is read here, since what it throws is the handler's, too. */
    private List<List<@Nullable Object>> values(@Nullable Object stream, HandlerLog log) throws HandlerException {
        List<Object> outputs;
        try {
            outputs = stream == null
                    ? List.of()
                    : ((Stream<?>) stream).<Object>map(row -> row).toList();
        } catch (RuntimeException e) {
            throw SnowparkHandlerRuntime.uncaught(e, log);
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Object output : outputs) {
            rows.add(values(output, fields));
        }
        return rows;
    }

    private List<@Nullable Object> values(Object output, List<Field> columns) throws HandlerException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            try {
                values.add(Results.toSql(
                        columns.get(i).get(output), handler.columns().get(i).kind()));
            } catch (IllegalAccessException | IllegalArgumentException e) {
                throw new HandlerException(
                        Reason.RESULT_MISMATCH,
                        "The handler gave a row that is no object of its output class: " + e.getMessage(),
                        "");
            }
        }
        return values;
    }

    private static HandlerException notFound(String message) {
        return new HandlerException(Reason.METHOD_NOT_FOUND, message, "");
    }
}
