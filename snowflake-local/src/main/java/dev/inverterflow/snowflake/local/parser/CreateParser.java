package dev.inverterflow.snowflake.local.parser;

import static java.util.Map.entry;

import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.Map;
import java.util.function.Function;

/** CREATE: reads up to the kind of object, whose own parser goes on. */
final class CreateParser implements StatementParser {
    private static final Map<String, Function<Grammar, KindParser>> BY_KIND = Map.ofEntries(
            entry("DATABASE", CreateDatabaseParser::new),
            entry("SCHEMA", CreateSchemaParser::new),
            entry("TABLE", CreateTableParser::new),
            entry("VIEW", CreateViewParser::new),
            entry("SEQUENCE", CreateSequenceParser::new),
            entry("FILE FORMAT", CreateFileFormatParser::new),
            entry("STAGE", CreateStageParser::new),
            entry("STREAM", CreateStreamParser::new),
            entry("PIPE", CreatePipeParser::new),
            entry("TASK", CreateTaskParser::new),
            entry("ALERT", CreateAlertParser::new),
            entry("PROCEDURE", CreateProcedureParser::new),
            entry("FUNCTION", CreateFunctionParser::new),
            entry("WAREHOUSE", CreateWarehouseParser::new),
            entry("RESOURCE MONITOR", CreateResourceMonitorParser::new),
            entry("ROLE", CreateRoleParser::forAccount),
            entry("DATABASE ROLE", CreateRoleParser::forDatabase),
            entry("USER", CreateUserParser::new),
            entry("STORAGE INTEGRATION", CreateIntegrationParser::forStorage),
            entry("NOTIFICATION INTEGRATION", CreateIntegrationParser::forNotification));

    private static final PhraseTable KINDS = new PhraseTable(BY_KIND.keySet());

    private final Grammar grammar;
    private final Tokens tokens;

    CreateParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public Statement parse() {
        CreateHeader header = CreateHeader.read(tokens);
        OtherKinds.SINGULARS.refuse(tokens, "CREATE ");
        if (tokens.atWord("SNOWFLAKE") && tokens.peek(1).text().equals(".")) {
            throw tokens.notSupported("CREATE of an instance of a class, such as SNOWFLAKE.CORE.BUDGET");
        }
        return KINDS.read(tokens)
                .map(BY_KIND::get)
                .orElseThrow(tokens::unexpected)
                .apply(grammar)
                .parse(header);
    }

    /** Reads one kind of CREATE from behind the kind's name. */
    interface KindParser {
        CreateStatement parse(CreateHeader header);
    }
}
