package dev.inverterflow.snowflake.local.parser;

import dev.inverterflow.snowflake.local.ast.CreateAccountObject.MonitorAction;
import dev.inverterflow.snowflake.local.ast.CreateAccountObject.MonitorTrigger;
import java.util.ArrayList;
import java.util.List;

/** {@code TRIGGERS ON 80 PERCENT DO NOTIFY ON …} of a resource monitor. */
final class MonitorTriggerParser {
    private final Tokens tokens;

    MonitorTriggerParser(Tokens tokens) {
        this.tokens = tokens;
    }

    List<MonitorTrigger> parse() {
        tokens.expect("TRIGGERS");
        List<MonitorTrigger> triggers = new ArrayList<>();
        do {
            tokens.expect("ON");
            int percent = tokens.expectInt();
            tokens.expect("PERCENT", "DO");
            triggers.add(new MonitorTrigger(percent, action()));
        } while (tokens.atWord("ON"));
        return triggers;
    }

    private MonitorAction action() {
        if (tokens.accept("NOTIFY")) {
            return MonitorAction.NOTIFY;
        }
        if (tokens.accept("SUSPEND_IMMEDIATE")) {
            return MonitorAction.SUSPEND_IMMEDIATE;
        }
        tokens.expect("SUSPEND");
        return MonitorAction.SUSPEND;
    }
}
