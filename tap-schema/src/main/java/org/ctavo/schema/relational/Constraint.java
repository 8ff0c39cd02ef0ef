package org.ctavo.schema.relational;

/**
 * A constraint of a table, other than its keys.
 *
 * @param name unique in the schema
 * @param sql {@code CHECK (…)} or {@code UNIQUE (…)}
 */
public record Constraint(String name, String sql) {}
