package org.ctavo.adql.check;

/**
 * Whether aggregate functions may stand at a place.
 *
 * @param refusedBy where they may not; empty where they may
 */
record Aggregates(String refusedBy) {
    /** They may. */
    static final Aggregates ALLOWED = new Aggregates("");

    /** They may not, in this part of a query. */
    static Aggregates refused(String part) {
        return new Aggregates(part);
    }

    boolean allowed() {
        return refusedBy.isEmpty();
    }
}
