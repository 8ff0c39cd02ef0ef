package org.ctavo.adql.tree;

/** Anything that has a place in a query. */
public interface Node {

    /** Where it stands; {@link Span#NONE} in a tree that was not parsed. */
    Span span();
}
