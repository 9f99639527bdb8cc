package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateAccountObject.CreateResourceMonitor;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.MonitorTrigger;
import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import java.util.List;

/** CREATE RESOURCE MONITOR. */
final class CreateResourceMonitorParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateResourceMonitorParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseModifiers(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().accountName();
        tokens.accept("WITH");
        Properties properties = grammar.properties().parse(PropertySets.RESOURCE_MONITOR);
        List<MonitorTrigger> triggers =
                tokens.atWord("TRIGGERS") ? new MonitorTriggerParser(tokens).parse() : List.of();
        return new CreateResourceMonitor(mode, name, properties, triggers, tokens.spanFrom(header.first()));
    }
}
