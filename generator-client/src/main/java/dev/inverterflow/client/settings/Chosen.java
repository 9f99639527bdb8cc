package dev.inverterflow.client.settings;

/**
 * The value a setting has and where it comes from.
 *
 * @param origin the flag, {@code environment}, the {@code .env} file's name or {@code default}
 */
public record Chosen(String value, String origin) {}
