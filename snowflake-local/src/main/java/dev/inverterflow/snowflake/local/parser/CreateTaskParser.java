package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateMode;
import dev.inverterflow.snowflake.local.ast.CreateStatement;
import dev.inverterflow.snowflake.local.ast.CreateStatement.CreateTask;
import dev.inverterflow.snowflake.local.ast.Expression;
import dev.inverterflow.snowflake.local.ast.Property;
import dev.inverterflow.snowflake.local.ast.Property.Properties;
import dev.inverterflow.snowflake.local.ast.QualifiedName;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** CREATE TASK: properties and session parameters with AFTER among them, then WHEN and the body. */
final class CreateTaskParser implements CreateParser.KindParser {
    private final Grammar grammar;
    private final Tokens tokens;

    CreateTaskParser(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public CreateStatement parse(CreateHeader header) {
        header.refuseModifiers(tokens);
        CreateMode mode = header.modeWithIfNotExists(tokens);
        QualifiedName name = grammar.names().qualifiedName();
        CreateHeader.refuseBehindName(tokens, "TASK");
        List<Property> properties = new ArrayList<>();
        List<QualifiedName> after = new ArrayList<>();
        readClauses(properties, after);
        Expression when = tokens.accept("WHEN") ? grammar.expressions().parse() : null;
        tokens.expect("AS");
        Statement body = grammar.statements().statement();
        return new CreateTask(
                mode, name, new Properties(properties), after, when, body, tokens.spanFrom(header.first()));
    }

    private void readClauses(List<Property> properties, List<QualifiedName> after) {
        Set<String> seen = new HashSet<>();
        while (true) {
            if (grammar.properties().follows()) {
                grammar.properties().parseInto(PropertySets.TASK, properties, seen);
            } else if (after.isEmpty() && tokens.accept("AFTER")) {
                after.addAll(tokens.commaSeparated(() -> grammar.names().qualifiedName()));
            } else if (tokens.atWords("COPY", "GRANTS") || tokens.atWords("EXECUTE", "AS")) {
                throw tokens.notSupported("CREATE TASK … " + tokens.peek().text() + " "
                        + tokens.peek(1).text());
            } else {
                return;
            }
        }
    }
}
