package dev.inverterflow.snowflake.local.snowpark;

import dev.inverterflow.snowflake.local.snowpark.log.HandlerLogs;
import dev.inverterflow.snowflake.local.spi.FunctionHandler;
import dev.inverterflow.snowflake.local.spi.HandlerArgument;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.HandlerException.Reason;
import dev.inverterflow.snowflake.local.spi.HandlerFunction;
import dev.inverterflow.snowflake.local.spi.HandlerLog;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The Java method of a user-defined function. An object of its class is made at the first call and serves all others, as
 * in Snowflake, where it is made once for a query.
 */
final class FunctionMethod implements HandlerFunction {

    private final FunctionHandler handler;
    private final Method method;
    private @Nullable Object instance;

    private FunctionMethod(FunctionHandler handler, Method method) {
        this.handler = handler;
        this.method = method;
    }

    static FunctionMethod find(FunctionHandler handler) throws HandlerException {
        int dot = handler.handler().lastIndexOf('.');
        if (dot <= 0) {
            throw notFound("The handler '" + handler.handler() + "' is not of the form Class.method.");
        }
        Class<?> type = load(handler, handler.handler().substring(0, dot));
        return new FunctionMethod(
                handler, choose(handler, type, handler.handler().substring(dot + 1)));
    }

    private static Class<?> load(FunctionHandler handler, String name) throws HandlerException {
        try {
            return Class.forName(name, false, handler.classes());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new HandlerException(
                    Reason.CLASS_NOT_FOUND, "The handler class '" + name + "' cannot be loaded: " + e, "");
        }
    }

    private static Method choose(FunctionHandler handler, Class<?> type, String name) throws HandlerException {
        List<Method> fitting = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && !method.isBridge())
                .filter(method -> takes(method, handler.parameters()))
                .collect(Collectors.toList());
        if (fitting.isEmpty()) {
            throw notFound("The handler class '" + type.getName() + "' has no public method '" + name
                    + "' that takes the arguments of " + handler.function() + ".");
        }
        return fitting.get(0);
    }

    private static boolean takes(Method method, List<HandlerArgument> parameters) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != parameters.size()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!Arguments.isAccepted(parameters.get(i).kind(), types[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public @Nullable Object call(List<@Nullable Object> values, HandlerLog log) throws HandlerException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(handler.classes());
        try (HandlerLogs.Entered entered = HandlerLogs.enter(log, handler.classes())) {
            return Results.toSql(method.invoke(object(), javaArguments(values)), handler.returns());
        } catch (InvocationTargetException | LinkageError e) {
            throw SnowparkHandlerRuntime.uncaught(e, log);
        } catch (IllegalAccessException e) {
            throw notFound("The handler '" + handler.handler() + "' is not public.");
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private Object[] javaArguments(List<@Nullable Object> values) throws HandlerException {
        Class<?>[] types = method.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            HandlerArgument parameter = handler.parameters().get(i);
            arguments[i] =
                    Arguments.toJava(new HandlerArgument(parameter.name(), parameter.kind(), values.get(i)), types[i]);
        }
        return arguments;
    }

    private @Nullable Object object() throws HandlerException, InvocationTargetException, IllegalAccessException {
        if (instance == null && !Modifier.isStatic(method.getModifiers())) {
            try {
                instance = method.getDeclaringClass().getConstructor().newInstance();
            } catch (NoSuchMethodException | InstantiationException e) {
                throw notFound("The handler '" + handler.handler()
                        + "' is an instance method, but its class has no public constructor without arguments.");
            }
        }
        return instance;
    }

    private static HandlerException notFound(String message) {
        return new HandlerException(Reason.METHOD_NOT_FOUND, message, "");
    }
}
