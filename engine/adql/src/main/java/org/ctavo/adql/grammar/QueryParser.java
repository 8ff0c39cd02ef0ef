package org.ctavo.adql.grammar;

import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.tree.Query;

/** Reads queries. Immutable. */
public final class QueryParser {

    /** A parser for these features under these limits. */
    public QueryParser(FeatureSet features, Limits limits) {}

    /** Reads a query. */
    public Query parse(String text) {
        if (text.isEmpty()) {
            return null;
        }
        throw new UnsupportedOperationException();
    }
}
