package org.ctavo.schema.tableset;

/**
 * Something on which a description and the database do not agree.
 *
 * @param table as the description names it
 * @param message for the operator, a full sentence
 * @param isHarmless whether queries work all the same
 */
public record Difference(String table, String message, boolean isHarmless) {}
