package org.ctavo.provenance.store;

/**
 * What became of a document.
 *
 * @param added how many things and relations were new
 * @param completed how many were known and now are known better
 * @param known how many told nothing new
 */
public record Merge(int added, int completed, int known) {

    Merge and(Merge other) {
        return new Merge(added + other.added, completed + other.completed, known + other.known);
    }
}
