package org.ctavo.schema.relational;

/**
 * An index of a table.
 *
 * @param name unique in the schema
 * @param definition method and what it indexes: {@code btree (obs_id)}
 */
public record Index(String name, String definition) {}
