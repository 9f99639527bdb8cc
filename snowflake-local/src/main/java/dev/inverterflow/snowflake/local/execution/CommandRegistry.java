package dev.inverterflow.snowflake.local.execution;

import dev.inverterflow.snowflake.local.ast.DdlStatement.Alter;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Comment;
import dev.inverterflow.snowflake.local.ast.DdlStatement.Drop;
import dev.inverterflow.snowflake.local.ast.Inspection.Describe;
import dev.inverterflow.snowflake.local.ast.Inspection.Show;
import dev.inverterflow.snowflake.local.ast.ObjectKind;
import dev.inverterflow.snowflake.local.ast.ShowKind;
import dev.inverterflow.snowflake.local.ast.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which command runs which kind of statement. Closed once built: a statement without a command is refused by name.
 *
 * <p>ALTER, DROP, COMMENT, DESCRIBE and SHOW have a command for each kind of object, so that each package brings those of its own.
 */
public final class CommandRegistry {

    /** A class of statement; for those that have commands by kind of object, also the kind. */
    private record Key(
            Class<? extends Statement> statement, @Nullable Enum<?> kind) {

        static Key of(Statement statement) {
            return new Key(statement.getClass(), kindOf(statement));
        }

        private static @Nullable Enum<?> kindOf(Statement statement) {
            if (statement instanceof Alter alter) {
                return alter.object().kind();
            }
            if (statement instanceof Drop drop) {
                return drop.object().kind();
            }
            if (statement instanceof Describe describe) {
                return describe.object().kind();
            }
            if (statement instanceof Comment comment) {
                return comment.object().kind();
            }
            return statement instanceof Show show ? show.kind() : null;
        }

        String display() {
            return kind == null ? statement.getSimpleName() : statement.getSimpleName() + " " + kind;
        }
    }

    private final Map<Key, StatementCommand<?>> commands;

    private CommandRegistry(Map<Key, StatementCommand<?>> commands) {
        this.commands = Map.copyOf(commands);
    }

    /** A registry of all commands of these sets. */
    public static CommandRegistry of(List<CommandSet> sets) {
        Builder builder = new Builder();
        sets.forEach(set -> set.register(builder));
        return new CommandRegistry(builder.commands);
    }

    /** The command for this statement's class and, where commands are by kind of object, its kind. */
    // The builder pairs each class with a command of that class only.
    @SuppressWarnings("unchecked")
    public <S extends Statement> Optional<StatementCommand<S>> find(S statement) {
        return Optional.ofNullable((StatementCommand<S>) commands.get(Key.of(statement)));
    }

    /** What the statement is called in {@link #statements()} and in refusals. */
    public static String name(Statement statement) {
        return Key.of(statement).display();
    }

    /** The kinds of statements that have a command, by class name and kind: the rows of the reference page. */
    public List<String> statements() {
        return commands.keySet().stream()
                .map(Key::display)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    /** Collects commands. */
    public static final class Builder {

        private final Map<Key, StatementCommand<?>> commands = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds a command.
         *
         * @throws IllegalStateException if the kind of statement has one already
         */
        public <S extends Statement> Builder add(Class<S> statement, StatementCommand<? super S> command) {
            return add(new Key(statement, null), command);
        }

        /** Adds what ALTER does with this kind of object. */
        public Builder alter(ObjectKind kind, StatementCommand<Alter> command) {
            return add(new Key(Alter.class, kind), command);
        }

        /** Adds what DROP does with this kind of object. */
        public Builder drop(ObjectKind kind, StatementCommand<Drop> command) {
            return add(new Key(Drop.class, kind), command);
        }

        /** Adds what COMMENT ON does with this kind of object. */
        public Builder comment(ObjectKind kind, StatementCommand<Comment> command) {
            return add(new Key(Comment.class, kind), command);
        }

        /** Adds what DESCRIBE does with this kind of object. */
        public Builder describe(ObjectKind kind, StatementCommand<Describe> command) {
            return add(new Key(Describe.class, kind), command);
        }

        /** Adds what SHOW does with these objects. */
        public Builder show(ShowKind kind, StatementCommand<Show> command) {
            return add(new Key(Show.class, kind), command);
        }

        private Builder add(Key key, StatementCommand<?> command) {
            if (commands.putIfAbsent(key, command) != null) {
                throw new IllegalStateException("two commands for " + key.display());
            }
            return this;
        }
    }
}
