package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.CreateProcedure;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.Parameter;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.Returns;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import java.util.List;

/** CREATE PROCEDURE. */
final class CreateProcedureParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateProcedureParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseTransient(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        RoutineClauses clauses = new RoutineClauses(grammar, "PROCEDURE");
        List<Parameter> parameters = clauses.parameters();
        boolean copyGrants = tokens.accept("COPY", "GRANTS");
        Returns returns = clauses.returns();
        clauses.read();
        return new CreateProcedure(
                mode,
                header.persistence(),
                header.secure(),
                name,
                parameters,
                copyGrants,
                returns,
                clauses.language(),
                clauses.nullInput(),
                clauses.executeAs(),
                clauses.properties(),
                clauses.body(),
                tokens.spanFrom(header.first()));
    }
}
