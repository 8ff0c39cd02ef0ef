package org.ctavo.adql.grammar;

import java.util.List;

import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.ctavo.adql.fault.AdqlException;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.tree.Query;

/** Reads queries. Immutable and safe for use by any number of threads. */
public final class QueryParser {
    private final FeatureSet features;
    private final Limits limits;

    /** A parser for these features under these limits. */
    public QueryParser(FeatureSet features, Limits limits) {
        this.features = features;
        this.limits = limits;
    }

    /**
     * Reads a query.
     *
     * @param text the query
     * @param faults where faults go that leave the query readable
     * @throws AdqlException with all faults so far, if the query cannot be read
     */
    public Query parse(String text, Faults faults) {
        List<Token> tokens = new Scanner(limits, faults).scan(text);
        return new TreeBuilder(features, limits, faults).query(read(tokens, faults));
    }

    /** First as fast as it goes, which fails for some queries that are right; then thoroughly. */
    private static AdqlParser.QueryContext read(List<Token> tokens, Faults faults) {
        AdqlParser parser = new AdqlParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return parser.query();
        } catch (ParseCancellationException failed) {
            parser.reset();
            parser.setErrorHandler(new DefaultErrorStrategy());
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            parser.addErrorListener(new SyntaxFaults(tokens, faults));
            AdqlParser.QueryContext query = parser.query();
            faults.throwIfAny();
            return query;
        }
    }
}
