package dev.inverterflow.snowflake.local.snowpark;

import com.snowflake.snowpark_java.Session;
import dev.inverterflow.snowflake.local.spi.HandlerArgument;
import dev.inverterflow.snowflake.local.spi.HandlerCall;
import dev.inverterflow.snowflake.local.spi.HandlerException;
import dev.inverterflow.snowflake.local.spi.HandlerException.Reason;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The Java method that a HANDLER clause names. */
final class HandlerMethod {

    private final String handler;
    private final Method method;

    private HandlerMethod(String handler, Method method) {
        this.handler = handler;
        this.method = method;
    }

    static HandlerMethod find(HandlerCall call) throws HandlerException {
        String handler = call.handler();
        int dot = handler.lastIndexOf('.');
        if (dot <= 0 || dot == handler.length() - 1) {
            throw new HandlerException(
                    Reason.METHOD_NOT_FOUND, "The handler '" + handler + "' is not of the form Class.method.", "");
        }
        Class<?> type = load(call, handler.substring(0, dot));
        return new HandlerMethod(handler, choose(call, type, handler.substring(dot + 1)));
    }

    Object[] javaArguments(List<HandlerArgument> arguments) throws HandlerException {
        Class<?>[] types = method.getParameterTypes();
        Object[] values = new Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Arguments.toJava(arguments.get(i), types[i + 1]);
        }
        return values;
    }

    /** @throws InvocationTargetException with what the handler, its constructor or its class's initialiser threw */
    @Nullable
    Object invoke(HandlerSession session, Object[] arguments) throws HandlerException, InvocationTargetException {
        Object[] all = new Object[arguments.length + 1];
        all[0] = method.getParameterTypes()[0] == Session.class ? session.java() : session.scala();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        try {
            Object instance = Modifier.isStatic(method.getModifiers()) ? null : newInstance();
            return method.invoke(instance, all);
        } catch (ExceptionInInitializerError e) {
            throw new InvocationTargetException(e.getCause() == null ? e : e.getCause());
        } catch (LinkageError e) {
            throw new InvocationTargetException(e);
        } catch (IllegalAccessException e) {
            throw notFound("The handler '" + handler + "' is not public.");
        }
    }

    private Object newInstance() throws HandlerException, InvocationTargetException {
        try {
            return method.getDeclaringClass().getConstructor().newInstance();
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw notFound("The handler '" + handler
                    + "' is an instance method, but its class has no public constructor" + " without arguments.");
        }
    }

    private static Class<?> load(HandlerCall call, String name) throws HandlerException {
        try {
            return Class.forName(name, false, call.classes());
        } catch (ClassNotFoundException e) {
            throw new HandlerException(
                    Reason.CLASS_NOT_FOUND, "The handler class '" + name + "' is in none of the imports.", "");
        } catch (LinkageError e) {
            throw new HandlerException(
                    Reason.CLASS_NOT_FOUND, "The handler class '" + name + "' cannot be loaded: " + e, "");
        }
    }

    private static Method choose(HandlerCall call, Class<?> type, String name) throws HandlerException {
        if (!Modifier.isPublic(type.getModifiers())) {
            throw notFound("The handler class '" + type.getName() + "' is not public.");
        }
        List<Method> named = publicMethods(type, name);
        if (named.isEmpty()) {
            throw notFound("The handler class '" + type.getName() + "' has no public method '" + name + "'.");
        }
        List<Method> fitting = named.stream()
                .filter(method -> takes(method, call.arguments().size()))
                .collect(Collectors.toList());
        if (fitting.isEmpty()) {
            throw notFound("The handler '" + call.handler() + "' does not take a Session and "
                    + call.arguments().size() + " argument(s); found: " + signatures(named) + ".");
        }
        return fitting.size() == 1 ? fitting.get(0) : byTypes(call, fitting);
    }

    private static List<Method> publicMethods(Class<?> type, String name) throws HandlerException {
        try {
            return Arrays.stream(type.getMethods())
                    .filter(method -> method.getName().equals(name) && !method.isBridge())
                    .collect(Collectors.toList());
        } catch (LinkageError e) {
            throw new HandlerException(
                    Reason.CLASS_NOT_FOUND, "The handler class '" + type.getName() + "' cannot be loaded: " + e, "");
        }
    }

    private static boolean takes(Method method, int arguments) {
        Class<?>[] types = method.getParameterTypes();
        return types.length == arguments + 1
                && (types[0] == Session.class || types[0] == com.snowflake.snowpark.Session.class);
    }

    private static Method byTypes(HandlerCall call, List<Method> candidates) throws HandlerException {
        List<Method> fitting = candidates.stream()
                .filter(method -> Arguments.areAccepted(call.arguments(), method.getParameterTypes()))
                .collect(Collectors.toList());
        if (fitting.size() != 1) {
            throw notFound("The handler '" + call.handler() + "' names several methods: " + signatures(candidates)
                    + "; give the one that is meant a name of its own.");
        }
        return fitting.get(0);
    }

    private static String signatures(List<Method> methods) {
        return methods.stream()
                .map(method -> Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", method.getName() + "(", ")")))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static HandlerException notFound(String message) {
        return new HandlerException(Reason.METHOD_NOT_FOUND, message, "");
    }
}
