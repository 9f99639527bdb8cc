package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.CreateFunction;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.ExecuteAs;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.Parameter;
import dev.inverterflow.snowflake.local.ast.CreateRoutine.Returns;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import java.util.List;

/** CREATE FUNCTION. */
final class CreateFunctionParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateFunctionParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseTransient(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        RoutineClauses clauses = new RoutineClauses(grammar, "FUNCTION");
        List<Parameter> parameters = clauses.parameters();
        boolean copyGrants = tokens.accept("COPY", "GRANTS");
        Returns returns = clauses.returns();
        clauses.read();
        if (clauses.executeAs() != ExecuteAs.OWNER) {
            throw tokens.notSupported("CREATE FUNCTION … EXECUTE AS CALLER");
        }
        return new CreateFunction(
                mode,
                header.persistence(),
                header.secure(),
                name,
                parameters,
                copyGrants,
                returns,
                clauses.language(),
                clauses.nullInput(),
                clauses.volatility(),
                clauses.properties(),
                clauses.body(),
                tokens.spanFrom(header.first()));
    }
}
