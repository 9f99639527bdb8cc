package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.ast.Call.Argument;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.error.Errors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Arguments by name, {@code STR => x}, of the functions that take them so. */
final class NamedArguments {
    /** docs.snowflake.com/en/sql-reference/functions/parse_xml, check_xml and round. */
    private static final Map<String, List<String>> PARAMETERS = Map.of(
            "PARSE_XML", List.of("STR", "DISABLE_AUTO_CONVERT"),
            "CHECK_XML", List.of("STR", "DISABLE_AUTO_CONVERT"),
            "ROUND", List.of("EXPR", "SCALE", "ROUNDING_MODE"));

    private NamedArguments() {}

    /** The arguments by their place; those by name come after those by place. */
    static List<Argument> inPlace(String function, FunctionCall call) {
        var given = call.arguments();
        if (given.stream().allMatch(argument -> argument.name() == null)) {
            return given;
        }
        var parameters = PARAMETERS.get(function);
        if (parameters == null) {
            throw Errors.notSupported("named arguments of " + function);
        }
        List<Argument> placed = new ArrayList<>(
                given.stream().takeWhile(argument -> argument.name() == null).toList());
        for (var parameter : parameters.subList(Math.min(placed.size(), parameters.size()), parameters.size())) {
            given.stream()
                    .filter(argument -> named(argument, parameter))
                    .findFirst()
                    .filter(found -> placed.size() == parameters.indexOf(parameter))
                    .ifPresent(placed::add);
        }
        if (placed.size() != given.size()) {
            throw Errors.notSupported("these named arguments of " + function);
        }
        return placed;
    }

    private static boolean named(Argument argument, String parameter) {
        var name = argument.name();
        return name != null && name.name().equals(parameter);
    }
}
