package org.ctavo.adql.check;

import org.ctavo.adql.checked.CheckedQuery;
import org.ctavo.adql.function.FunctionCatalogue;
import org.ctavo.adql.metadata.Metadata;
import org.ctavo.adql.tree.Query;

/** Checks queries. Immutable. */
public final class Checker {

    /** A checker that knows these functions and units. */
    public Checker(FunctionCatalogue functions, UnitConverter units) {}

    /** Checks a query. */
    public CheckedQuery check(String text, Query query, Metadata metadata) {
        if (text.isEmpty()) {
            return null;
        }
        throw new UnsupportedOperationException();
    }
}
