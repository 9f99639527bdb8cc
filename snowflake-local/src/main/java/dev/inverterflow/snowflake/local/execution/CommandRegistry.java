package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which command runs which kind of statement. Closed once built: a statement without a command is refused by name. */
public final class CommandRegistry {

    private final Map<Class<? extends Statement>, StatementCommand<?>> commands;

    private CommandRegistry(Map<Class<? extends Statement>, StatementCommand<?>> commands) {
        this.commands = Map.copyOf(commands);
    }

    /** A registry of all commands of these sets. */
    public static CommandRegistry of(List<CommandSet> sets) {
        Builder builder = new Builder();
        sets.forEach(set -> set.register(builder));
        return new CommandRegistry(builder.commands);
    }

    /** The command for this statement's class. */
    // The builder pairs each class with a command of that class only.
    @SuppressWarnings("unchecked")
    public <S extends Statement> Optional<StatementCommand<S>> find(S statement) {
        return Optional.ofNullable((StatementCommand<S>) commands.get(statement.getClass()));
    }

    /** The kinds of statements that have a command, by class name: the rows of the reference page. */
    public List<Class<? extends Statement>> statements() {
        return commands.keySet().stream()
                .<Class<? extends Statement>>map(type -> type)
                .sorted(Comparator.comparing(Class::getSimpleName))
                .toList();
    }

    /** Collects commands. */
    public static final class Builder {

        private final Map<Class<? extends Statement>, StatementCommand<?>> commands = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a command.
         *
         * @throws IllegalStateException if the kind of statement has one already
         */
        public <S extends Statement> Builder add(Class<S> statement, StatementCommand<? super S> command) {
            if (commands.putIfAbsent(statement, command) != null) {
                throw new IllegalStateException("two commands for " + statement.getSimpleName());
            }
            return this;
        }
    }
}
