package dev.inverterflow.snowflake.local.definition;

import dev.inverterflow.snowflake.local.ast.CreateRoutine.NullInput;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.Volatility;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.catalog.ObjectName;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import dev.inverterflow.snowflake.local.procedure.JavaFunction;
import dev.inverterflow.snowflake.local.procedure.Procedure;
import dev.inverterflow.snowflake.local.procedure.Procedure.Import;
import dev.inverterflow.snowflake.local.procedure.Procedure.Parameter;
import dev.inverterflow.snowflake.local.procedure.Signatures;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Procedures and functions as CREATE statements; defaults of properties stand in them even if nobody wrote them. */
final class RoutineTexts {

    private RoutineTexts() {}

    static String procedure(Procedure procedure, String name) {
        return head("PROCEDURE", procedure.secure(), procedure.name(), name, procedure.parameters())
                + "\nRETURNS " + procedure.returns().displayName() + (procedure.notNull() ? " NOT NULL" : "")
                + "\nLANGUAGE JAVA"
                + strict(procedure.nullInput())
                + handler(procedure.runtimeVersion(), procedure.packages(), procedure.imports(), procedure.handler())
                + comment(procedure.comment())
                + "\nEXECUTE AS " + procedure.rights().name()
                + source(procedure.source()) + ";";
    }

    static String function(JavaFunction function, String name) {
        String columns = function.columns().stream()
                .map(column ->
                        Identifiers.quote(column.name()) + " " + column.type().displayName())
                .collect(Collectors.joining(", ", "TABLE (", ")"));
        return head("FUNCTION", function.secure(), function.name(), name, function.parameters())
                + "\nRETURNS "
                + (function.columns().isEmpty() ? function.returns().displayName() : columns)
                + "\nLANGUAGE JAVA"
                + strict(function.nullInput())
                + (function.volatility() == Volatility.IMMUTABLE ? "\nIMMUTABLE" : "")
                + handler(function.runtimeVersion(), function.packages(), function.imports(), function.handler())
                + comment(function.comment())
                + source(function.source()) + ";";
    }

    /** The key of a procedure or function that is written {@code name(type, …)}. */
    static String key(String kind, String name, String written) {
        try {
            if (new SqlParser().parse("DROP " + kind + " " + written) instanceof Drop drop
                    && drop.object().argumentTypes() != null) {
                List<TypeName> types = drop.object().argumentTypes();
                return Signatures.key(name, types.stream().map(Signatures::type).toList());
            }
        } catch (SnowflakeException noSignature) {
            throw missing(kind, written);
        }
        throw missing(kind, written);
    }

    private static SnowflakeException missing(String kind, String written) {
        return Errors.objectDoesNotExist(kind.equals("PROCEDURE") ? "Procedure" : "Function", written);
    }

    private static String head(String kind, boolean secure, ObjectName full, String name, List<Parameter> parameters) {
        String quoted = name.equals(full.toString()) ? name : Identifiers.quote(full.name());
        return "CREATE OR REPLACE " + (secure ? "SECURE " : "") + kind + " " + quoted
                + parameters.stream().map(RoutineTexts::parameter).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String parameter(Parameter parameter) {
        Expression byDefault = parameter.defaultValue();
        return Identifiers.quote(parameter.name()) + " " + parameter.type().displayName()
                + (byDefault == null ? "" : " DEFAULT " + byDefault.span().text());
    }

    private static String strict(NullInput nullInput) {
        return nullInput == NullInput.RETURNS_NULL ? "\nSTRICT" : "";
    }

    private static String handler(int runtimeVersion, List<String> packages, List<Import> imports, String handler) {
        return "\nRUNTIME_VERSION = '" + runtimeVersion + "'"
                + list("\nPACKAGES = ", packages)
                + list("\nIMPORTS = ", imports.stream().map(Import::text).toList())
                + "\nHANDLER = " + Texts.literal(handler);
    }

    private static String list(String words, List<String> texts) {
        return texts.isEmpty()
                ? ""
                : words + texts.stream().map(Texts::literal).collect(Collectors.joining(",", "(", ")"));
    }

    private static String comment(String comment) {
        return comment.isEmpty() ? "" : "\nCOMMENT=" + Texts.literal(comment);
    }

    private static String source(@Nullable String source) {
        return source == null ? "" : "\nAS " + Texts.source(source);
    }
}
