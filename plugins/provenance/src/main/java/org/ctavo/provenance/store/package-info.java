/**
 * Provenance in the database: merging documents into it and asking it for the graph around things.
 *
 * <p>Lineage is kept as the whole transitive closure of the steps from entities to what they come from, by triggers of
 * the database, within the statement that tells of a relation. It is affordable because chains are short: pairs are of
 * numbers, not of identifiers, and a million entities in chains of five levels make three million pairs, which take as
 * much room as the table of uses alone. What would break that is bounded: a chain has at most a thousand steps, and a
 * statement links at most two million inputs with outputs.
 */
package org.ctavo.provenance.store;
