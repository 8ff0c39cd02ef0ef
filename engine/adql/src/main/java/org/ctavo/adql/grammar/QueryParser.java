package org.ctavo.adql.grammar;

import java.util.List;
import java.util.Optional;

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
    private static final int REPAIRS = 10;
    private static final int REPAIRABLE = 2_000;

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
        for (int repairs = 0; ; repairs++) {
            Optional<AdqlParser.QueryContext> query = read(tokens, faults, repairs);
            if (query.isPresent()) {
                return new TreeBuilder(features, limits, faults).query(query.get());
            }
        }
    }

    /**
     * First as fast as it goes, which fails for some queries that are right; then thoroughly.
     *
     * @param tokens of which faults that are plain are repaired once they are told, so that the others are found
     * @return empty if they were repaired
     */
    private static Optional<AdqlParser.QueryContext> read(List<Token> tokens, Faults faults, int repairs) {
        AdqlParser parser = new AdqlParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        try {
            return Optional.of(parser.query());
        } catch (ParseCancellationException failed) {
            parser.reset();
            parser.setErrorHandler(new DefaultErrorStrategy());
            parser.getInterpreter().setPredictionMode(PredictionMode.LL);
            SyntaxFaults syntax = new SyntaxFaults(tokens, faults);
            parser.addErrorListener(syntax);
            AdqlParser.QueryContext query = parser.query();
            if (syntax.isEmpty()) {
                return Optional.of(query);
            }
            if (repairs < REPAIRS && tokens.size() < REPAIRABLE && syntax.repair()) {
                return Optional.empty();
            }
            throw faults.exception();
        }
    }
}
