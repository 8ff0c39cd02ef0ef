package org.ctavo.adql.metadata;

import java.util.Collection;
import java.util.List;

/**
 * The tables that a query may name: those of TAP_SCHEMA and those uploaded with the query. Implementations are
 * immutable.
 */
public interface Metadata {

    /**
     * The tables of a name, in any schema.
     *
     * @param name the table's own name without its schema, in lower case
     * @return the tables whose own name is that in any case; empty if there is none
     */
    List<KnownTable> named(String name);

    /** All tables, to find the nearest name for one that is not known. */
    Collection<KnownTable> all();
}
