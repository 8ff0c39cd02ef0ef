package org.ctavo.adql.suite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.ctavo.adql.Adql;
import org.ctavo.adql.fault.AdqlException;
import org.ctavo.adql.feature.FeatureSet;
import org.ctavo.spi.FunctionDeclaration;
import org.ctavo.spi.SqlForm;

/**
 * Queries with their verdicts, in the XML form of the IVOA's validation suites (queries.xsd). A verdict is about form:
 * tables and columns are not looked up. Functions pass if the suite declares none, or declares them.
 *
 * @param title what the suite calls itself; its file name if it does not
 * @param queries in the order of the file
 */
public record QuerySuite(String title, List<Query> queries) {
    /** The version of the language that is judged. */
    public static final String VERSION = "adql-2.1";

    /** Copies the list. */
    public QuerySuite {
        Objects.requireNonNull(title, "title");
        queries = List.copyOf(queries);
    }

    /**
     * A query with its verdict.
     *
     * @param number its place in the file, from 1
     * @param uuid its identifier, which need not be unique
     * @param description what it is about
     * @param version of the language, such as {@code adql-2.1}
     * @param valid whether it is right
     * @param text the query
     * @param functions signatures of the functions that are declared for it
     */
    public record Query(
            int number,
            String uuid,
            String description,
            String version,
            boolean valid,
            String text,
            List<String> functions) {

        /** Copies the list. */
        public Query {
            functions = List.copyOf(functions);
        }
    }

    /**
     * A query whose verdict is not ours.
     *
     * @param query the query
     * @param faults what we find wrong with a query that is called valid; empty if it is called invalid
     */
    public record Disagreement(Query query, Optional<AdqlException> faults) {}

    /**
     * What came out.
     *
     * @param judged how many queries were judged
     * @param skipped how many are of another version of the language
     * @param disagreements those judged otherwise
     */
    public record Result(int judged, int skipped, List<Disagreement> disagreements) {

        /** Copies the list. */
        public Result {
            disagreements = List.copyOf(disagreements);
        }

        /** How many were judged as the suite says. */
        public int agreements() {
            return judged - disagreements.size();
        }
    }

    /**
     * Reads a suite.
     *
     * @throws IOException if it cannot be read, or is no suite
     */
    public static QuerySuite read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return SuiteReader.read(in, String.valueOf(file.getFileName()));
        }
    }

    /** Judges all queries of {@link #VERSION}. */
    public Result judge() {
        List<Disagreement> disagreements = new ArrayList<>();
        int judged = 0;
        for (Query query : queries) {
            if (query.version().equalsIgnoreCase(VERSION)) {
                judged++;
                Optional<AdqlException> faults = faults(query);
                if (faults.isEmpty() != query.valid()) {
                    disagreements.add(new Disagreement(query, faults));
                }
            }
        }
        return new Result(judged, queries.size() - judged, disagreements);
    }

    private static Optional<AdqlException> faults(Query query) {
        try {
            language(query).parse(query.text());
            return Optional.empty();
        } catch (AdqlException faults) {
            return Optional.of(faults);
        }
    }

    /** Functions whose signatures cannot be read count as not declared, so that any function passes. */
    private static Adql language(Query query) {
        try {
            return new Adql(
                    FeatureSet.ALL,
                    query.functions().stream()
                            .map(signature -> FunctionDeclaration.of(signature, "", SqlForm.pattern("NULL")))
                            .toList());
        } catch (IllegalArgumentException unreadable) {
            return new Adql(FeatureSet.ALL, List.of());
        }
    }
}
