package dev.inverterflow.snowflake.local.function;

import dev.inverterflow.snowflake.local.type.SnowflakeType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of the registry: a function, or one of its forms if it has several.
 *
 * @param name in upper case
 * @param role where it may stand
 * @param parameters what it takes, in order
 * @param required how many of the parameters must be given
 * @param repeating how many of the last parameters may be given again and again; 0 if none
 * @param result what type it gives
 * @param nulls when it may give NULL
 * @param emission how it is written for DuckDB
 */
public record FunctionRow(
        String name,
        Role role,
        List<Accepts> parameters,
        int required,
        int repeating,
        ResultRule result,
        NullRule nulls,
        Emission emission) {
    /** Where a function may stand. */
    public enum Role {
        SCALAR,
        /** Over the rows of a group, or of a window. */
        AGGREGATE,
        /** An aggregate whose order is given by WITHIN GROUP. */
        ORDERED_AGGREGATE,
        /** Over a window only; needs OVER with an order. */
        RANKING,
        /** Over a window only: picks a value of another row. */
        NAVIGATION
    }

    /** When a result may be NULL. */
    public enum NullRule {
        IF_AN_ARGUMENT_IS,
        /** NULL if all arguments are, as in COALESCE. */
        IF_ALL_ARGUMENTS_ARE,
        NEVER,
        ALWAYS
    }

    public FunctionRow {
        parameters = List.copyOf(parameters);
    }

    /** What the argument at a place is taken as. */
    public Accepts parameter(int index) {
        if (index < parameters.size()) {
            return parameters.get(index);
        }
        int first = parameters.size() - repeating;
        return parameters.get(first + (index - first) % repeating);
    }

    /** Whether it takes so many arguments. */
    public boolean takes(int arguments) {
        if (arguments < required) {
            return false;
        }
        if (repeating == 0) {
            return arguments <= parameters.size();
        }
        return arguments <= parameters.size() && repeating == 1 || (arguments - parameters.size()) % repeating == 0;
    }

    /** The largest number of arguments; absent if there is no limit. */
    public @Nullable Integer most() {
        return repeating == 0 ? parameters.size() : null;
    }

    static Builder scalar(String name, Accepts... parameters) {
        return new Builder(name, Role.SCALAR, parameters);
    }

    static Builder aggregate(String name, Accepts... parameters) {
        return new Builder(name, Role.AGGREGATE, parameters).nulls(NullRule.ALWAYS);
    }

    static Builder orderedAggregate(String name, Accepts... parameters) {
        return new Builder(name, Role.ORDERED_AGGREGATE, parameters).nulls(NullRule.ALWAYS);
    }

    static Builder ranking(String name, Accepts... parameters) {
        return new Builder(name, Role.RANKING, parameters).nulls(NullRule.NEVER);
    }

    static Builder navigation(String name, Accepts... parameters) {
        return new Builder(name, Role.NAVIGATION, parameters).nulls(NullRule.ALWAYS);
    }

    /** Collects a row; a row is ready with {@link #sql} or {@link #emit}. */
    static final class Builder {
        private final String name;
        private final Role role;
        private final List<Accepts> parameters;
        private int required;
        private int repeating;
        private ResultRule result = ResultRule.always(SnowflakeType.VARCHAR);
        private NullRule nulls = NullRule.IF_AN_ARGUMENT_IS;

        private Builder(String name, Role role, Accepts... parameters) {
            this.name = name;
            this.role = role;
            this.parameters = new ArrayList<>(List.of(parameters));
            this.required = parameters.length;
        }

        Builder optional(Accepts... more) {
            parameters.addAll(List.of(more));
            return this;
        }

        /** The last parameters may be given again, all of them each time. */
        Builder repeating(int lastParameters) {
            this.repeating = lastParameters;
            return this;
        }

        /** None of the parameters need be given. */
        Builder noneRequired() {
            this.required = 0;
            return this;
        }

        Builder returns(SnowflakeType type) {
            return returns(ResultRule.always(type));
        }

        Builder returns(ResultRule rule) {
            this.result = rule;
            return this;
        }

        Builder nulls(NullRule rule) {
            this.nulls = rule;
            return this;
        }

        FunctionRow sql(String template) {
            return emit(Emission.sql(template));
        }

        FunctionRow emit(Emission emission) {
            return new FunctionRow(name, role, parameters, required, repeating, result, nulls, emission);
        }
    }
}
