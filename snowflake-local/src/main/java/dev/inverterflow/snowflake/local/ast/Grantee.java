package dev.inverterflow.snowflake.local.ast;

/**
 * Who gets or loses a privilege, or the role that is granted.
 *
 * @param kind ROLE, DATABASE_ROLE, APPLICATION_ROLE or USER
 */
public record Grantee(ObjectKind kind, QualifiedName name) {}
