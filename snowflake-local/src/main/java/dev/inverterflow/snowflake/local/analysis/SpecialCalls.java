package dev.inverterflow.snowflake.local.analysis;

import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.SystemCall;
import dev.inverterflow.snowflake.local.analysis.tree.TypedExpression.Value;
import dev.inverterflow.snowflake.local.ast.Call.FunctionCall;
import dev.inverterflow.snowflake.local.ast.Identifier;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.function.Casts;
import dev.inverterflow.snowflake.local.type.SnowflakeType;
import dev.inverterflow.snowflake.local.type.TypeKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls that no row of the registry describes: constants of the session, sequences, DECODE, system functions. */
final class SpecialCalls {
    /** None of the functions about the account's objects takes more. */
    private static final int MOST_ARGUMENTS = 6;

    private static final Set<String> SEQUENCES = Set.of("SEQ1", "SEQ2", "SEQ4", "SEQ8");

    private static final Map<String, String> WRAPPING = Map.of("SEQ1", "256", "SEQ2", "65536");

    private final ExpressionAnalyzer expressions;
    private final CallAnalyzer calls;

    SpecialCalls(ExpressionAnalyzer expressions, CallAnalyzer calls) {
        this.expressions = expressions;
        this.calls = calls;
    }

    /** The meaning of a call; empty if it is one like all others. */
    Optional<TypedExpression> find(String name, FunctionCall call) {
        if (call.arguments().isEmpty() || isZero(call)) {
            var constant = ContextFunctions.find(name, expressions.environment().shared().facts);
            if (constant.isPresent()) {
                return constant.map(Value::new);
            }
        }
        if (name.equals("LAST_QUERY_ID") && call.arguments().size() == 1) {
            return Optional.of(queryId(call));
        }
        if (SEQUENCES.contains(name)) {
            return Optional.of(sequence(name, call));
        }
        if (name.equals("COLLATE")) {
            return Optional.of(collate(call));
        }
        if (name.equals("COLLATION")) {
            return Optional.of(collation(call));
        }
        if (name.equals("SYSTEM$TYPEOF")) {
            requireCount(name, 1, call);
            return Optional.of(
                    new Value(Constant.text(StoredType.of(calls.values(call).get(0)))));
        }
        if (name.equals("DECODE")) {
            return Optional.of(decode(call));
        }
        if (name.equals("GET") && call.arguments().size() == 2) {
            var arguments = calls.values(call);
            return Optional.of(calls.get(arguments.get(0), arguments.get(1), call));
        }
        if (expressions.environment().shared().functions.find(name).isEmpty()) {
            var meant = new UserCalls(expressions, calls).find(call).or(() -> system(name, call));
            if (meant.isEmpty()) {
                refuseCount(name, call);
                UnsupportedFunctions.refuse(name, call.position());
            }
            return meant;
        }
        return Optional.empty();
    }

    /** CURRENT_TIMESTAMP(3) and its like: DuckDB keeps microseconds whatever precision is asked for. */
    private static boolean isZero(FunctionCall call) {
        var name = call.name().last().name();
        return call.arguments().size() == 1 && (name.equals("CURRENT_TIMESTAMP") || name.equals("CURRENT_TIME"));
    }

    /** Fails if it is one of the system's functions that takes another number of arguments. */
    private void refuseCount(String name, FunctionCall call) {
        var functions = expressions.environment().shared().systemFunctions;
        int given = call.arguments().size();
        for (int count = 0; count <= MOST_ARGUMENTS; count++) {
            if (functions.resultType(name, count).isPresent()) {
                int line = call.position().line();
                int column = call.position().column();
                throw given < count
                        ? Errors.notEnoughArguments(name, count, given, line, column)
                        : Errors.tooManyArguments(name, count, given, line, column);
            }
        }
    }

    Optional<TypedExpression> system(String name, FunctionCall call) {
        var functions = expressions.environment().shared().systemFunctions;
        return functions
                .resultType(name, call.arguments().size())
                .map(type -> new SystemCall(name, calls.values(call), type));
    }

    /** Negative numbers count from the latest statement, positive ones from the first of the session. */
    private TypedExpression queryId(FunctionCall call) {
        var text = Coercion.constantText(calls.values(call).get(0));
        if (text == null) {
            throw AnalysisErrors.notConstant("The argument of LAST_QUERY_ID");
        }
        var ids = expressions.environment().shared().facts.queryIds();
        var number = new BigDecimal(text);
        var place = number.signum() < 0 ? number.add(BigDecimal.valueOf(ids.size())) : number.subtract(BigDecimal.ONE);
        boolean there = place.signum() >= 0 && place.compareTo(BigDecimal.valueOf(ids.size())) < 0;
        return new Value(Constant.text(there ? ids.get(place.intValue()) : null));
    }

    /** The n-th row of a GENERATOR, or of whatever the SELECT reads. A sequence of few bytes begins again at its end. */
    private TypedExpression sequence(String name, FunctionCall call) {
        var place = expressions
                .scope()
                .find(List.of(Identifier.of(RelationAnalyzer.SEQUENCE)))
                .orElseGet(() -> calls.rowNumber(call));
        var limit = WRAPPING.get(name);
        if (limit == null) {
            return place;
        }
        return isSigned(call) ? signed(place, limit, call) : remainder(place, limit, call);
    }

    /** SEQ1(1) goes on at the smallest number of its bytes, SEQ1(0) at 0. */
    private boolean isSigned(FunctionCall call) {
        return !call.arguments().isEmpty()
                && "1".equals(Coercion.constantText(calls.values(call).get(0)));
    }

    private TypedExpression signed(TypedExpression place, String limit, FunctionCall call) {
        var half = Literals.number(String.valueOf(Integer.parseInt(limit) / 2));
        var shifted = remainder(calls.operator("+", List.of(place, half), call), limit, call);
        return calls.operator("-", List.of(shifted, half), call);
    }

    private TypedExpression remainder(TypedExpression place, String limit, FunctionCall call) {
        return calls.operator("%", List.of(place, Literals.number(limit)), call);
    }

    /** docs.snowflake.com/en/sql-reference/functions/collate */
    private TypedExpression collate(FunctionCall call) {
        var arguments = calls.values(call);
        requireCount("COLLATE", 2, call);
        var text = text(arguments, call);
        var specification = Coercion.constantText(arguments.get(1));
        if (specification == null) {
            throw AnalysisErrors.notConstant("The collation of COLLATE");
        }
        var type = CollatedCalls.collated(text.type(), specification);
        return new TypedExpression.Conversion(text, type, Casts.Mode.CAST, text.nullable());
    }

    /** docs.snowflake.com/en/sql-reference/functions/collation */
    private TypedExpression collation(FunctionCall call) {
        var arguments = calls.values(call);
        requireCount("COLLATION", 1, call);
        var collation = text(arguments, call).type().collation();
        return new Value(Constant.text(collation == null ? null : collation.specification()));
    }

    private static void requireCount(String name, int count, FunctionCall call) {
        int given = call.arguments().size();
        int line = call.position().line();
        int column = call.position().column();
        if (given < count) {
            throw Errors.notEnoughArguments(name, count, given, line, column);
        }
        if (given > count) {
            throw Errors.tooManyArguments(name, count, given, line, column);
        }
    }

    private static TypedExpression text(List<TypedExpression> arguments, FunctionCall call) {
        var first = arguments.get(0);
        if (first.type().is(TypeKind.NULL)) {
            return Coercion.to(first, SnowflakeType.VARCHAR);
        }
        if (!first.type().is(TypeKind.TEXT)) {
            throw Errors.invalidArgumentTypes(
                    call.name().last().name(),
                    first.type().displayName(),
                    call.position().line(),
                    call.position().column());
        }
        return first;
    }

    private TypedExpression decode(FunctionCall call) {
        var arguments = calls.values(call);
        if (arguments.size() < 3) {
            throw Errors.notEnoughArguments(
                    "DECODE",
                    3,
                    arguments.size(),
                    call.position().line(),
                    call.position().column());
        }
        List<TypedExpression> results = new ArrayList<>();
        for (int i = 2; i < arguments.size(); i += 2) {
            results.add(arguments.get(i));
        }
        boolean hasDefault = arguments.size() % 2 == 0;
        if (hasDefault) {
            results.add(arguments.get(arguments.size() - 1));
        }
        var compared = new ArrayList<TypedExpression>(List.of(arguments.get(0)));
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            compared.add(arguments.get(i));
        }
        CollatedCalls.requireCompatible(compared);
        var unified = expressions.unify(results, call);
        List<TypedExpression.Branch> branches = new ArrayList<>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            var type = Coercion.comparable(
                            List.of(arguments.get(0).type(), arguments.get(i).type()))
                    .orElse(SnowflakeType.VARCHAR);
            branches.add(new TypedExpression.Branch(
                    new TypedExpression.SameTest(
                            Coercion.to(arguments.get(0), type), Coercion.to(arguments.get(i), type)),
                    unified.get(i / 2)));
        }
        return new TypedExpression.Choice(
                branches,
                hasDefault ? unified.get(unified.size() - 1) : null,
                unified.get(0).type(),
                true);
    }
}
