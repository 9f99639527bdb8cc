package dev.inverterflow.client.validate;

import dev.inverterflow.client.reading.Field;
import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a record.
 *
 * @param rule what is violated
 * @param field the field in question, null when the record as a whole is
 * @param valueJson the offending value as JSON text, {@code null} for an absent one
 */
public record Violation(Rule rule, @Nullable Field field, String valueJson) {}
