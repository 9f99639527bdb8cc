package dev.inverterflow.snowflake.local.definition;

import dev.inverterflow.snowflake.local.ast.CreateRoutine.NullInput;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.TypeName;
import dev.inverterflow.snowflake.local.catalog.Identifiers;
import dev.inverterflow.snowflake.local.error.Errors;
import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.parser.SqlParser;
import dev.inverterflow.snowflake.local.procedure.Procedure;
import dev.inverterflow.snowflake.local.procedure.Procedure.Import;
import dev.inverterflow.snowflake.local.procedure.Procedure.Parameter;
import dev.inverterflow.snowflake.local.procedure.Signatures;
import java.util.List;
import java.util.stream.Collectors;

/** Procedures as CREATE PROCEDURE; defaults of properties stand in it even if nobody wrote them. */
final class ProcedureText {

    private ProcedureText() {}

    static String text(Procedure procedure, String name) {
        if (procedure.source() != null) {
            throw Errors.notSupported("GET_DDL of a procedure whose source stands in its CREATE statement");
        }
        String parameters = procedure.parameters().stream()
                .map(ProcedureText::parameter)
                .collect(Collectors.joining(", ", "(", ")"));
        return "CREATE OR REPLACE " + (procedure.secure() ? "SECURE " : "") + "PROCEDURE " + quoted(procedure, name)
                + parameters
                + "\nRETURNS " + procedure.returns().displayName() + (procedure.notNull() ? " NOT NULL" : "")
                + "\nLANGUAGE JAVA"
                + (procedure.nullInput() == NullInput.RETURNS_NULL ? "\nSTRICT" : "")
                + "\nRUNTIME_VERSION = '" + procedure.runtimeVersion() + "'"
                + "\nPACKAGES = " + list(procedure.packages())
                + "\nIMPORTS = "
                + list(procedure.imports().stream().map(Import::text).toList())
                + "\nHANDLER = " + Texts.literal(procedure.handler())
                + (procedure.comment().isEmpty() ? "" : "\nCOMMENT=" + Texts.literal(procedure.comment()))
                + "\nEXECUTE AS " + procedure.rights().name() + ";";
    }

    /** The key of a procedure that is written {@code name(type, …)}. */
    static String key(String name, String written) {
        try {
            if (new SqlParser().parse("DROP PROCEDURE " + written) instanceof Drop drop
                    && drop.object().argumentTypes() != null) {
                List<TypeName> types = drop.object().argumentTypes();
                return Signatures.key(name, types.stream().map(Signatures::type).toList());
            }
        } catch (SnowflakeException noSignature) {
            throw Errors.objectDoesNotExist("Procedure", written);
        }
        throw Errors.objectDoesNotExist("Procedure", written);
    }

    /** In quotes unless it is the full name. */
    private static String quoted(Procedure procedure, String name) {
        return name.equals(procedure.name().toString())
                ? name
                : Identifiers.quote(procedure.name().name());
    }

    private static String parameter(Parameter parameter) {
        Expression byDefault = parameter.defaultValue();
        return Identifiers.quote(parameter.name()) + " " + parameter.type().displayName()
                + (byDefault == null ? "" : " DEFAULT " + byDefault.span().text());
    }

    private static String list(List<String> texts) {
        return texts.stream().map(Texts::literal).collect(Collectors.joining(",", "(", ")"));
    }
}
