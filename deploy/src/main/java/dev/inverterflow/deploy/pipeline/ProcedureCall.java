package dev.inverterflow.deploy.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.inverterflow.deploy.connection.Row;
import dev.inverterflow.deploy.connection.SnowflakeSession;
import dev.inverterflow.deploy.outcome.DeployException;
import dev.inverterflow.deploy.outcome.ExitCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * CALL with the operator's arguments as binds. A number is sent as a number, a JSON object or array through PARSE_JSON,
 * everything else as text, which Snowflake turns into the parameter's type (a timestamp, for one).
 */
public final class ProcedureCall {
    private static final String PART = "([A-Za-z_][A-Za-z0-9_$]*|\"[^\"]+\")";
    private static final Pattern NAME = Pattern.compile(PART + "(\\." + PART + "){0,2}");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,29})(\\.[0-9]{1,8})?");
    private static final Pattern JSON = Pattern.compile("(?s)\\s*(\\{.*}|\\[.*])\\s*");

    private final String procedure;
    private final List<String> arguments;

    /**
     * A call.
     *
     * @param procedure its name, in the schema or full
     * @throws DeployException when that is no name
     */
    public ProcedureCall(String procedure, List<String> arguments) {
        if (!NAME.matcher(procedure).matches()) {
            throw new DeployException(
                    ExitCode.USAGE,
                    "'" + procedure + "' is no procedure's name; give it without parentheses, arguments after it");
        }
        this.procedure = procedure;
        this.arguments = List.copyOf(arguments);
    }

    /** Calls it; gives its result, JSON indented. */
    public String run(SnowflakeSession session) {
        List<Row> rows = session.query(sql(), binds());
        return rows.stream()
                .findFirst()
                .flatMap(Row::first)
                .map(ProcedureCall::indented)
                .orElse("NULL");
    }

    String sql() {
        List<String> places = arguments.stream()
                .map(argument -> JSON.matcher(argument).matches() ? "parse_json(?)" : "?")
                .toList();
        return "call " + procedure + "(" + String.join(", ", places) + ")";
    }

    Object[] binds() {
        List<Object> binds = new ArrayList<>();
        for (String argument : arguments) {
            binds.add(NUMBER.matcher(argument).matches() ? new BigDecimal(argument) : argument);
        }
        return binds.toArray();
    }

    private static String indented(String result) {
        try {
            ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            return json.writeValueAsString(json.readTree(result));
        } catch (JsonProcessingException e) {
            // A procedure may return plain text: shown as it is.
            return result;
        }
    }
}
