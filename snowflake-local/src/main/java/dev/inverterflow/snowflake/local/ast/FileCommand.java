package dev.inverterflow.snowflake.local.ast;

import dev.inverterflow.snowflake.local.ast.Property.Properties;
import org.jspecify.annotations.Nullable;

/** A command over the files of a stage. */
public sealed interface FileCommand extends Command {
    /** The stage. */
    StageLocation location();

    /**
     * PUT.
     *
     * @param file the path behind {@code file://}, exactly as written, wildcards included
     * @param options PARALLEL, AUTO_COMPRESS, SOURCE_COMPRESSION, OVERWRITE
     */
    record Put(String file, StageLocation location, Properties options, Span span) implements FileCommand {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitPut(this);
        }
    }

    /**
     * GET.
     *
     * @param directory the path behind {@code file://}, exactly as written
     * @param options PARALLEL, PATTERN
     */
    record Get(StageLocation location, String directory, Properties options, Span span) implements FileCommand {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitGet(this);
        }
    }

    /** LIST or LS. */
    record ListFiles(StageLocation location, @Nullable String pattern, Span span) implements FileCommand {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitListFiles(this);
        }
    }

    /** REMOVE or RM. */
    record RemoveFiles(StageLocation location, @Nullable String pattern, Span span) implements FileCommand {
        @Override
        public <R> R acceptCommand(CommandVisitor<R> visitor) {
            return visitor.visitRemoveFiles(this);
        }
    }
}
