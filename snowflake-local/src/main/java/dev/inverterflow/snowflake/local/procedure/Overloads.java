package dev.inverterflow.snowflake.local.procedure;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Command.CallProcedure;
import dev.inverterflow.snowflake.local.ast.Position;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.SessionContext;
import dev.inverterflow.snowflake.local.procedure.Procedure.Parameter;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the procedure that a CALL means among those of its name. */
final class Overloads {

    private Overloads() {}

    static Procedure choose(CallProcedure call, CallArguments arguments, SessionContext session) {
        ObjectName name = session.resolve(call.procedure());
        List<Procedure> named = Stream.of(
                        session.temporary(Procedure.KIND), session.catalog().objects(Procedure.KIND))
                .flatMap(registry -> registry.in(name.schemaName()).stream())
                .filter(procedure -> procedure.name().equals(name))
                .toList();
        if (named.isEmpty()) {
            throw Errors.unknownFunction(call.procedure().toString());
        }
        requireUsable(named, name, session);
        refuseMixedArguments(call);
        List<Procedure> fitting =
                named.stream().filter(one -> takes(one, call.arguments())).toList();
        if (fitting.isEmpty() && named.size() == 1) {
            throw wrongCount(call, named.get(0));
        }
        Procedure nearest = nearest(call, fitting, arguments.types());
        requireUsable(List.of(nearest), name, session);
        return nearest;
    }

    /**
     * Whoever may use one overload may not use all: one that the role may not use is as unknown as if it were not there.
     * Nothing of a CALL is evaluated for a role that may use none of them.
     */
    private static void requireUsable(List<Procedure> anyOf, ObjectName name, SessionContext session) {
        if (anyOf.stream().noneMatch(procedure -> mayUse(procedure, session))) {
            throw Errors.unknownUserFunction(name.toString());
        }
    }

    /** What is temporary is the session's own and needs no privilege. */
    private static boolean mayUse(Procedure procedure, SessionContext session) {
        return session.temporary(Procedure.KIND).all().contains(procedure)
                || session.access().owns(procedure)
                || session.access().holds("USAGE", Procedure.KIND.label(), procedure.fullName());
    }

    private static Procedure nearest(CallProcedure call, List<Procedure> candidates, List<SnowflakeType> types) {
        @Nullable Procedure nearest = null;
        int least = Integer.MAX_VALUE;
        for (Procedure candidate : candidates) {
            OptionalInt distance = distance(candidate, call.arguments(), types);
            if (distance.isPresent() && distance.getAsInt() < least) {
                nearest = candidate;
                least = distance.getAsInt();
            }
        }
        if (nearest == null) {
            throw invalidTypes(call, types);
        }
        return nearest;
    }

    private static OptionalInt distance(Procedure procedure, List<Argument> arguments, List<SnowflakeType> types) {
        int sum = 0;
        for (int i = 0; i < arguments.size(); i++) {
            Parameter parameter = parameter(procedure, arguments.get(i), i);
            OptionalInt one =
                    Coercions.distance(types.get(i).kind(), parameter.type().kind());
            if (one.isEmpty()) {
                return one;
            }
            sum += one.getAsInt();
        }
        return OptionalInt.of(sum);
    }

    private static Parameter parameter(Procedure procedure, Argument argument, int position) {
        if (argument.name() == null) {
            return procedure.parameters().get(position);
        }
        return procedure.parameters().stream()
                .filter(parameter -> CallArguments.isNamed(argument, parameter))
                .findFirst()
                .orElseThrow();
    }

    private static boolean takes(Procedure procedure, List<Argument> arguments) {
        if (!arguments.isEmpty() && arguments.get(0).name() != null) {
            return takesNamed(procedure, arguments);
        }
        return procedure.required() <= arguments.size()
                && arguments.size() <= procedure.parameters().size();
    }

    private static boolean takesNamed(Procedure procedure, List<Argument> arguments) {
        boolean known = arguments.stream()
                .allMatch(argument ->
                        procedure.parameters().stream().anyMatch(one -> CallArguments.isNamed(argument, one)));
        return known
                && procedure.parameters().stream()
                        .filter(parameter -> parameter.defaultValue() == null)
                        .allMatch(required -> arguments.stream().anyMatch(one -> CallArguments.isNamed(one, required)));
    }

    private static void refuseMixedArguments(CallProcedure call) {
        long named = call.arguments().stream()
                .filter(argument -> argument.name() != null)
                .count();
        long different = call.arguments().stream()
                .filter(argument -> argument.name() != null)
                .map(Argument::name)
                .distinct()
                .count();
        if (named != 0 && named != call.arguments().size() || different != named) {
            throw new SnowflakeException(
                    1,
                    "42601",
                    "SQL compilation error:\nThe arguments of %s must all be given by position or each once by name."
                            .formatted(call.procedure()));
        }
    }

    private static SnowflakeException wrongCount(CallProcedure call, Procedure procedure) {
        int given = call.arguments().size();
        Position at = call.procedure().position();
        String name = procedure.name().name();
        if (given > procedure.parameters().size()) {
            return Errors.tooManyArguments(name, procedure.parameters().size(), given, at.line(), at.column());
        }
        if (given < procedure.required()) {
            return Errors.notEnoughArguments(name, procedure.required(), given, at.line(), at.column());
        }
        String names = procedure.parameters().stream().map(Parameter::name).collect(Collectors.joining(", ", "(", ")"));
        return new SnowflakeException(
                1,
                "42601",
                "SQL compilation error:\nThe argument names do not match those of %s%s.".formatted(name, names));
    }

    private static SnowflakeException invalidTypes(CallProcedure call, List<SnowflakeType> types) {
        Position at = call.procedure().position();
        String written = types.stream().map(SnowflakeType::displayName).collect(Collectors.joining(", "));
        return Errors.invalidArgumentTypes(call.procedure().toString(), written, at.line(), at.column());
    }

    /** With defaults, two overloads must not take the same arguments. */
    static void refuseAmbiguity(Procedure procedure, List<Procedure> others) {
        for (Procedure other : others) {
            if (other.name().equals(procedure.name())
                    && !other.key().equals(procedure.key())
                    && takeTheSame(procedure, other)) {
                throw new SnowflakeException(
                        949,
                        "42723",
                        "SQL compilation error:\nCannot overload PROCEDURE '%s' as it would cause ambiguous PROCEDURE overloading."
                                .formatted(procedure.name().name()));
            }
        }
    }

    private static boolean takeTheSame(Procedure one, Procedure other) {
        int from = Math.max(one.required(), other.required());
        int to = Math.min(one.parameters().size(), other.parameters().size());
        for (int count = from; count <= to; count++) {
            String first = Signatures.list(one.types().subList(0, count));
            if (first.equals(Signatures.list(other.types().subList(0, count)))) {
                return true;
            }
        }
        return false;
    }
}
