package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.AlterAction;
import dev.inverterflow.snowflake.local.ast.Statement;

/** What ALTER ALERT does. */
final class AlterAlertActions implements AlterParser.AlterActionParser {
    private final Grammar grammar;
    private final Tokens tokens;

    AlterAlertActions(Grammar grammar) {
        this.grammar = grammar;
        this.tokens = grammar.tokens();
    }

    @Override
    public AlterAction parse() {
        if (tokens.accept("MODIFY", "CONDITION")) {
            tokens.expect("EXISTS");
            tokens.expectSymbol("(");
            Statement condition = CreateAlertParser.condition(grammar);
            tokens.expectSymbol(")");
            return new AlterAction.ModifyCondition(condition);
        }
        if (tokens.accept("MODIFY", "ACTION")) {
            return new AlterAction.ModifyAction(grammar.statements().statement());
        }
        return new AlterObjectActions(grammar, PropertySets.ALERT).withResume().parse();
    }
}
