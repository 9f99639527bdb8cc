package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.MonitorTrigger;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import java.util.List;

/** What ALTER RESOURCE MONITOR does. */
final class AlterResourceMonitorActions implements AlterParser.AlterActionParser {
    private final Grammar grammar;
    private final Tokens tokens;

    AlterResourceMonitorActions(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public AlterAction parse() {
        Properties properties = tokens.accept("SET")
                ? grammar.properties().parseSome(PropertySets.RESOURCE_MONITOR)
                : Properties.none();
        if (!tokens.atWord("TRIGGERS")) {
            if (properties.all().isEmpty()) {
                throw tokens.unexpected();
            }
            return new AlterAction.SetProperties(properties);
        }
        List<MonitorTrigger> triggers = new MonitorTriggerParser(tokens).parse();
        return new AlterAction.SetTriggers(properties, triggers);
    }
}
