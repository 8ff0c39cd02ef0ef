package org.ctavo.adql;

import java.util.List;

import org.ctavo.adql.check.Checker;
import org.ctavo.adql.check.UnitConverter;
import org.ctavo.adql.checked.CheckedQuery;
import org.ctavo.adql.fault.AdqlException;
import org.ctavo.adql.fault.Faults;
import org.ctavo.adql.fault.SourceText;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.adql.function.FunctionCatalogue;
import org.ctavo.adql.grammar.Limits;
import org.ctavo.adql.grammar.QueryParser;
import org.ctavo.adql.metadata.Metadata;
import org.ctavo.adql.sql.PostgresTranslator;
import org.ctavo.adql.sql.Translation;
import org.ctavo.adql.tree.Query;
import org.ctavo.adql.unit.VOUnits;
import org.ctavo.spi.FunctionDeclaration;

/**
 * The query language of a service: parses, checks and translates queries in ADQL 2.1. Immutable and safe for use by any
 * number of threads.
 */
public final class Adql {
    private final FeatureSet features;
    private final FunctionCatalogue functions;
    private final QueryParser parser;
    private final Checker checker;
    private final PostgresTranslator translator = new PostgresTranslator();

    /**
     * The language with these features and functions, under the usual limits.
     *
     * @throws IllegalArgumentException if the signature of a function cannot be read, or clashes with another
     */
    public Adql(FeatureSet features, List<FunctionDeclaration> functions) {
        this(features, functions, Limits.DEFAULT, new VOUnits());
    }

    /**
     * The language with these features and functions.
     *
     * @param limits what a query may ask of the parser
     * @param units how IN_UNIT converts
     * @throws IllegalArgumentException if the signature of a function cannot be read, or clashes with another
     */
    public Adql(FeatureSet features, List<FunctionDeclaration> functions, Limits limits, UnitConverter units) {
        this.features = features;
        this.functions = new FunctionCatalogue(features, functions);
        this.parser = new QueryParser(features, limits);
        this.checker = new Checker(this.functions, units);
    }

    /** What is on. */
    public FeatureSet features() {
        return features;
    }

    /** The functions that queries may call. */
    public FunctionCatalogue functions() {
        return functions;
    }

    /**
     * Reads a query without looking up the tables and columns it names.
     *
     * @throws AdqlException with all faults that can be told so
     */
    public Query parse(String text) {
        Faults faults = new Faults(new SourceText(text));
        Query query = parser.parse(text, faults);
        checker.checkForms(text, query, faults);
        return query;
    }

    /**
     * Reads a query and checks it against the tables there are.
     *
     * @throws AdqlException with all faults
     */
    public CheckedQuery check(String text, Metadata metadata) {
        Faults faults = new Faults(new SourceText(text));
        Query query = parser.parse(text, faults);
        return checker.check(text, query, metadata, faults);
    }

    /**
     * Writes a query in PostgreSQL.
     *
     * @param query a query that this language has checked
     * @param rowLimit at most that many rows are returned
     * @throws org.ctavo.spi.Fault if a constant has no meaning, such as a polygon whose corners all lie in one place
     */
    public Translation translate(CheckedQuery query, long rowLimit) {
        return translator.translate(query, rowLimit);
    }
}
