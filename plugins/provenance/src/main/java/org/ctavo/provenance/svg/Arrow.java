package org.ctavo.provenance.svg;

/**
 * A relation to be drawn.
 *
 * @param from identifier of the subject, nearer to the products
 * @param to identifier of the object, nearer to the origins
 * @param word the relation
 * @param label what is written on it: its role, or nothing
 */
record Arrow(String from, String to, String word, String label) {}
