package org.ctavo.schema.relational;

/**
 * What became of an element of the model.
 *
 * @param kind as VO-DML names it: objectType, attribute, literal …
 * @param id of the element
 * @param line where the model has it
 * @param target where it is found in the tables, or why it has none
 */
public record Trace(String kind, String id, int line, String target) {

    /** The target of an element that the mapping forgot. */
    public static final String MISSING = "not accounted for";

    /** Whether the mapping has dealt with the element. */
    public boolean isAccountedFor() {
        return !target.equals(MISSING);
    }
}
