package org.ctavo.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import org.ctavo.database.Login;
import org.ctavo.obscore.ObsCorePlugin;
import org.ctavo.spi.Example;

/**
 * The published searches, each with many values in place of those of its example: targets, places, times, runs and so
 * on of generated products, those with much data more often.
 */
final class SearchCases {
    /** What an example asks for, and what is asked for instead: one of these words, or a column of {@link #RUNS}. */
    private static final Map<String, List<Change>> CHANGES = Map.ofEntries(
            Map.entry("cone", List.of(new Change("83.63308, 22.0145", "position"))),
            Map.entry(
                    "target-at-time", List.of(new Change("'PKS 2155-304'", "target"), new Change("53945.97", "time"))),
            Map.entry(
                    "region", List.of(new Change("257.9, -40.3, 259.0, -40.3, 259.0, -39.2, 257.9, -39.2", "square"))),
            Map.entry("above-50-tev", List.of(new Change("5e13", "5e13 6e13 7e13 8e13 1e14 1.5e14 2e14 2.5e14"))),
            Map.entry("public-blazars", List.of()),
            Map.entry("proposal", List.of(new Change("'HESS-DL3-DR1'", "proposal"))),
            Map.entry("with-lst", List.of(new Change("'LST'", "'LST' 'MST' 'SST'"))),
            Map.entry("not-divergent", List.of(new Change("'Crab Nebula'", "target"))),
            Map.entry(
                    "pipeline-version",
                    List.of(new Change("'Crab Nebula'", "target"), new Change("'DL3-DR1'", "version"))),
            Map.entry("reconstruction-method", List.of(new Change("'Hillas'", "'Hillas' 'ImPACT' 'FreePACT'"))),
            Map.entry("loose-cuts", List.of(new Change("'Crab Nebula'", "target"))),
            Map.entry("run", List.of(new Change("23523", "run_id"))));

    private static final String RUNS =
            """
            SELECT run_id, s_ra || ', ' || s_dec AS position, (t_min + t_max) / 2 AS time,
                '''' || target_name || '''' AS target, '''' || proposal_id || '''' AS proposal,
                '''' || pipeline_version || '''' AS version,
                concat_ws(', ', s_ra - w, s_dec - 0.5, s_ra + w, s_dec - 0.5, s_ra + w, s_dec + 0.5, s_ra - w,
                    s_dec + 0.5) AS square
            FROM cta.data_product CROSS JOIN LATERAL (SELECT 0.5 / cosd(s_dec)) AS s (w)
            WHERE applied_cuts = 'loose' AND run_id IN
            """;

    private SearchCases() {}

    private record Change(String from, String to) {}

    /**
     * The queries of each search, by its identifier.
     *
     * @param many how many of each, at most
     * @throws IllegalStateException if a search is not what it was when this was written
     */
    static Map<String, List<String>> of(Login login, long runs, int many) throws SQLException {
        List<Map<String, String>> values = values(login, runs, many);
        Map<String, List<String>> cases = new LinkedHashMap<>();
        for (Example search : new ObsCorePlugin().examples()) {
            List<Change> changes = CHANGES.get(search.id());
            if (changes == null
                    || !changes.stream().allMatch(c -> search.query().contains(c.from()))) {
                throw new IllegalStateException("The bench does not know the search " + search.id() + " as it is now.");
            }
            cases.put(
                    search.id(),
                    values.stream()
                            .map(value -> query(search, changes, value))
                            .distinct()
                            .toList());
        }
        return cases;
    }

    private static String query(Example search, List<Change> changes, Map<String, String> values) {
        String query = search.query();
        for (Change change : changes) {
            String[] words = change.to().split(" ", -1);
            String word = words[Math.floorMod(values.hashCode(), words.length)];
            query = query.replace(change.from(), values.getOrDefault(word, word));
        }
        return query;
    }

    private static List<Map<String, String>> values(Login login, long runs, int many) throws SQLException {
        SplittableRandom random = new SplittableRandom(7);
        String some =
                random.longs(many, 0, runs).distinct().mapToObj(Long::toString).collect(Collectors.joining(", "));
        List<String> names = List.of("run_id", "position", "time", "target", "proposal", "version", "square");
        try (Connection connection = DriverManager.getConnection(login.url(), login.user(), login.password());
                Statement statement = connection.createStatement()) {
            List<Map<String, String>> values = new ArrayList<>();
            for (List<String> row : Rows.rows(statement, RUNS + "(" + some + ")")) {
                Map<String, String> value = new LinkedHashMap<>();
                for (int i = 0; i < names.size(); i++) {
                    value.put(names.get(i), row.get(i));
                }
                values.add(value);
            }
            return values;
        }
    }
}
