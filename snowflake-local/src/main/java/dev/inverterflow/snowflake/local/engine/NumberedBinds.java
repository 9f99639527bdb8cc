package dev.inverterflow.snowflake.local.engine;

import dev.inverterflow.snowflake.local.error.SnowflakeException;
import dev.inverterflow.snowflake.local.execution.Binds;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Emitted SQL whose binds {@code $1}, {@code $2} … leave no gap, which the engine does not stand: a bind that is not asked
 * for, or that is a NULL without a type, does not appear in what was emitted.
 *
 * @param text the SQL with its binds numbered from 1
 * @param originals the number each bind has in the Snowflake statement, from 1
 */
public record NumberedBinds(String text, List<Integer> originals) {

    public NumberedBinds {
        originals = List.copyOf(originals);
    }

    /** Numbers the binds of emitted SQL anew. */
    public static NumberedBinds of(String emitted) {
        return emitted.indexOf('$') < 0 ? new NumberedBinds(emitted, List.of()) : new Scan(emitted, null).result();
    }

    /** Sets the values of one row of binds. */
    public void set(PreparedStatement statement, Binds binds, int row) throws SQLException {
        for (int index = 0; index < originals.size(); index++) {
            int original = originals.get(index);
            if (original > binds.positions().size()) {
                throw new SnowflakeException(2049, "42601", "SQL compilation error:\nBind variable ? not set.");
            }
            BindWriter.write(statement, index + 1, binds.positions().get(original - 1), row);
        }
    }

    /**
     * The text with its binds numbered from {@code offset + 1}, to be put beside the text itself.
     *
     * @param part what of the text is wanted
     */
    public String shifted(String part, int offset) {
        return new Scan(part, index -> index + offset).result().text();
    }

    /** Sets the values of one row of binds behind those of {@code before} other rows. */
    public void setBehind(PreparedStatement statement, Binds binds, int row, int before) throws SQLException {
        for (int index = 0; index < originals.size(); index++) {
            int original = originals.get(index);
            int place = before * originals.size() + index + 1;
            BindWriter.write(statement, place, binds.positions().get(original - 1), row);
        }
    }

    /** Sets the parameters of a statement whose binds have kept their numbers, from the first row of binds. */
    public static void setAll(PreparedStatement statement, Binds binds) throws SQLException {
        int count = statement.getParameterMetaData().getParameterCount();
        for (int index = 0; index < count; index++) {
            BindWriter.write(statement, index + 1, binds.positions().get(index), 0);
        }
    }

    /** Walks over the text; what stands in quotes is no bind. */
    private static final class Scan {

        private final String emitted;
        private final @Nullable IntUnaryOperator renumbering;
        private final StringBuilder text;
        private final List<Integer> originals = new ArrayList<>();
        private int at;

        /**
         * @param renumbering what becomes of each number; null to number from 1 in the order of appearance
         */
        Scan(String emitted, @Nullable IntUnaryOperator renumbering) {
            this.emitted = emitted;
            this.renumbering = renumbering;
            this.text = new StringBuilder(emitted.length());
        }

        NumberedBinds result() {
            while (at < emitted.length()) {
                char character = emitted.charAt(at);
                if (character == '\'' || character == '"') {
                    copyQuoted(character);
                } else if (character == '$' && digitsEnd() > at + 1) {
                    renumber();
                } else {
                    text.append(character);
                    at++;
                }
            }
            return new NumberedBinds(text.toString(), originals);
        }

        // A doubled quote ends one piece in quotes and begins the next, which comes to the same.
        private void copyQuoted(char quote) {
            int end = emitted.indexOf(quote, at + 1);
            int next = end < 0 ? emitted.length() : end + 1;
            text.append(emitted, at, next);
            at = next;
        }

        private void renumber() {
            int end = digitsEnd();
            Integer original = Integer.valueOf(emitted.substring(at + 1, end));
            if (renumbering != null) {
                text.append('$').append(renumbering.applyAsInt(original));
                at = end;
                return;
            }
            int known = originals.indexOf(original);
            if (known < 0) {
                originals.add(original);
                known = originals.size() - 1;
            }
            text.append('$').append(known + 1);
            at = end;
        }

        private int digitsEnd() {
            int end = at + 1;
            while (end < emitted.length() && Character.isDigit(emitted.charAt(end))) {
                end++;
            }
            return end;
        }
    }
}
